package org.seccatalogue.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Reads a workbook, batch by batch, into planned changes and findings.
final class ImportPlanner {

  private static final int BATCH = 1000;

  private final CatalogueSchema schema;
  private final BulkLookup lookup;
  private final Session database;
  private final Profile profile;
  private final Workbook.Limits limits;
  private final ImportStaging staging;
  private final FindingLog log;
  private final Decisions decisions;
  private int rows;

  ImportPlanner(
      CatalogueSchema schema,
      BulkLookup lookup,
      Session database,
      Profile profile,
      Workbook.Limits limits,
      ImportStaging staging,
      FindingLog log,
      Decisions decisions) {
    this.schema = schema;
    this.lookup = lookup;
    this.database = database;
    this.profile = profile;
    this.limits = limits;
    this.staging = staging;
    this.log = log;
    this.decisions = decisions;
  }

  /// Reads all sheets.
  ///
  /// @return the number of rows with data
  int read(Workbook workbook) throws IOException {
    List<Workbook.Sheet> all = workbook.sheets();
    missingSheets(all);
    for (Workbook.Sheet sheet : all) {
      Optional<Profile.SheetProfile> said = profile.of(sheet);
      Optional<RecordType> type =
          said.map(s -> schema.typeOf(s.type())).or(() -> SheetName.type(sheet.name(), schema));
      if (type.isPresent()) {
        read(sheet, type.get(), said.orElse(null));
      } else if (profile.sheets().isEmpty() && !CoverSheet.isMarked(sheet)) {
        log.add(unknown(sheet, all.size()));
      }
    }
    database.doWork(connection -> staging.resolve(connection, log));
    flush();
    if (log.errors() > 0) {
      database.doWork(staging::markWrong);
    }
    return rows;
  }

  private void missingSheets(List<Workbook.Sheet> all) {
    Set<String> names = all.stream().map(Workbook.Sheet::name).collect(Collectors.toSet());
    profile.sheets().stream()
        .map(Profile.SheetProfile::sheet)
        .filter(name -> name != null && !names.contains(name))
        .forEach(
            name ->
                log.add(
                    Finding.error(
                        FindingCode.UNKNOWN_SHEET,
                        new Place.Sheet(String.valueOf(name)),
                        String.join(", ", names.stream().sorted().toList()),
                        "a sheet of this name")));
  }

  private static Finding unknown(Workbook.Sheet sheet, int count) {
    String expected = "a sheet named after a record type, or a profile that says what it holds";
    Place place = new Place.Sheet(sheet.name());
    return count == 1
        ? Finding.error(FindingCode.UNKNOWN_SHEET, place, sheet.name(), expected)
        : Finding.warning(
            FindingCode.UNKNOWN_SHEET, place, sheet.name(), expected + "; it is not read");
  }

  private void read(
      Workbook.Sheet sheet,
      RecordType type,
      Profile.@org.jspecify.annotations.Nullable SheetProfile said)
      throws IOException {
    List<Integer> headerRows = said == null ? List.of(1) : said.headerRows();
    List<Finding> findings = new ArrayList<>();
    SheetMapping mapping =
        SheetMapping.of(sheet.name(), header(sheet, headerRows), type, said, schema, findings);
    log.addAll(findings);
    int last = headerRows.getLast();
    int first = said == null || said.firstRow() == 0 ? last + 1 : said.firstRow();
    RowMapper mapper = new RowMapper(mapping);
    try (Stream<SheetRow> data = sheet.rows()) {
      data.filter(row -> row.number() >= first && !row.isBlank())
          .takeWhile(_ -> withinLimit(sheet))
          .map(row -> mapper.read(++rows, row))
          .gather(Gatherers.windowFixed(BATCH))
          .forEach(batch -> plan(mapping, batch));
    }
  }

  private boolean withinLimit(Workbook.Sheet sheet) {
    if (rows == limits.rows()) {
      log.add(
          Finding.error(
              FindingCode.TOO_LARGE,
              new Place.Sheet(sheet.name()),
              "more",
              "at most " + limits.rows() + " rows"));
      return false;
    }
    return true;
  }

  /// The headers of a sheet; those of several rows are joined by a space.
  private static SheetRow header(Workbook.Sheet sheet, List<Integer> numbers) throws IOException {
    try (Stream<SheetRow> data = sheet.rows()) {
      List<SheetRow> found =
          data.takeWhile(row -> row.number() <= numbers.getLast())
              .filter(row -> numbers.contains(row.number()))
              .toList();
      int width = found.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        int column = i;
        cells.add(
            found.stream().map(row -> row.cell(column).strip()).collect(Collectors.joining(" ")));
      }
      return new SheetRow(numbers.getLast(), cells);
    }
  }

  private void plan(SheetMapping mapping, List<RowValues> batch) {
    List<Finding> findings = new ArrayList<>();
    List<RowValues> wanted = withoutLeftOut(mapping, batch);
    List<BatchMatch.Matched> matched =
        new BatchMatch(mapping, profile.keepsKeys(), lookup, findings).match(wanted);
    List<StagedChange> changes = changes(mapping, matched, wanted, findings);
    changes.forEach(staging::add);
    wrong(mapping, wanted, changes);
    mapping.type().attributes().stream()
        .filter(Attribute::unique)
        .forEach(attribute -> unique(mapping, attribute, changes, findings));
    log.addAll(findings);
    flush();
  }

  private List<RowValues> withoutLeftOut(SheetMapping mapping, List<RowValues> batch) {
    List<RowValues> wanted = new ArrayList<>();
    for (RowValues row : batch) {
      if (decisions.leavesOut(row.number())) {
        staging.addIdle(mapping, row, PlannedChange.Kind.LEFT_OUT);
      } else {
        wanted.add(row);
      }
    }
    return wanted;
  }

  private List<StagedChange> changes(
      SheetMapping mapping,
      List<BatchMatch.Matched> matched,
      List<RowValues> wanted,
      List<Finding> findings) {
    Map<String, RecordHead> named = lookup.named(RowNames.of(mapping, wanted));
    List<StagedChange> changes = new ArrayList<>();
    for (BatchMatch.Matched row : matched) {
      RowComparison comparison =
          new RowComparison(schema, mapping, row, merged(mapping, row, named), named, findings);
      comparison.compare().ifPresent(changes::add);
      staging.addPending(mapping, row.row(), comparison.pending());
    }
    return changes;
  }

  private RowMerge.Merged merged(
      SheetMapping mapping, BatchMatch.Matched matched, Map<String, RecordHead> named) {
    RowValues row = matched.row();
    return matched.base() == null || matched.record() == null
        ? RowMerge.Merged.unmoved(row)
        : new RowMerge(
                schema,
                mapping,
                row,
                matched.record(),
                matched.base(),
                named,
                field -> decisions.choice(row.number(), field))
            .merge();
  }

  /// Keeps the rows that came to nothing, so that people can see them and leave them out.
  private void wrong(SheetMapping mapping, List<RowValues> wanted, List<StagedChange> changes) {
    Set<Integer> staged =
        changes.stream().map(change -> change.row().number()).collect(Collectors.toSet());
    wanted.stream()
        .filter(row -> !staged.contains(row.number()))
        .forEach(row -> staging.addIdle(mapping, row, PlannedChange.Kind.WRONG));
  }

  /// Finds rows whose value of a unique attribute another record has.
  private void unique(
      SheetMapping mapping,
      Attribute attribute,
      List<StagedChange> changes,
      List<Finding> findings) {
    Map<String, StagedChange> byObject = new HashMap<>();
    for (StagedChange change : changes) {
      JsonNode value = change.attributes().get(attribute.name());
      if (value != null && change.makesRevision()) {
        byObject.put("{\"" + attribute.name() + "\":" + value + "}", change);
      }
    }
    lookup
        .containing(mapping.type().name(), byObject.keySet())
        .forEach(
            (object, keys) -> {
              StagedChange change = Objects.requireNonNull(byObject.get(object));
              keys.stream()
                  .filter(key -> !key.equals(change.key()))
                  .forEach(key -> findings.add(taken(mapping, attribute, change, key)));
            });
  }

  private static Finding taken(
      SheetMapping mapping, Attribute attribute, StagedChange change, RecordKey other) {
    int column = mapping.columnOf(attribute.name()).orElse(0);
    return Finding.error(
        FindingCode.DUPLICATE,
        new Place.Cell(mapping.sheet(), change.row().row(), column),
        change.attributes().inWords(attribute),
        "a value that no other record has; " + other + " has it");
  }

  private void flush() {
    database.doWork(
        connection -> {
          staging.send(connection);
          log.send(connection);
        });
  }
}
