package org.seccatalogue.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.job.Progress;
import org.seccatalogue.mapping.CellRemarks;
import org.seccatalogue.mapping.HiddenCells;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.RowMapper;
import org.seccatalogue.mapping.RowValues;
import org.seccatalogue.mapping.RowsLeftOut;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.mapping.SheetTables;
import org.seccatalogue.mapping.TableFound;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.ReadAhead;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// Reads a workbook, batch by batch, into planned changes and findings.
public final class ImportPlanner {

  private static final int BATCH = 1000;

  private final CatalogueSchema schema;
  private final BulkLookup lookup;
  private final Session database;
  private final Profile profile;
  private final Workbook.Limits limits;
  private final ImportStaging staging;
  private final FindingLog log;
  private final Progress progress;
  private final SimilarRecords similar;
  private int rows;

  public ImportPlanner(
      CatalogueSchema schema,
      BulkLookup lookup,
      Session database,
      Profile profile,
      Workbook.Limits limits,
      ImportStaging staging,
      SimilarRecords similar,
      FindingLog log,
      Progress progress) {
    this.schema = schema;
    this.lookup = lookup;
    this.database = database;
    this.profile = profile;
    this.limits = limits;
    this.staging = staging;
    this.similar = similar;
    this.log = log;
    this.progress = progress;
  }

  /// Reads all sheets.
  ///
  /// @return the number of rows with data
  public int read(Workbook workbook) throws IOException {
    List<Workbook.Sheet> all = workbook.sheets();
    log.addAll(workbook.findings());
    missingSheets(all);
    for (Workbook.Sheet sheet : all.stream().filter(s -> !profile.ignores(s)).toList()) {
      Optional<Profile.SheetProfile> said = profile.of(sheet);
      Optional<RecordType> type =
          said.map(s -> schema.typeOf(s.type())).or(() -> SheetName.type(sheet.name(), schema));
      if (type.isPresent()) {
        read(sheet, type.get(), said.orElse(null));
      } else if (profile.sheets().isEmpty() && !OwnSheets.isMarked(sheet)) {
        log.add(unknown(sheet, all.size()));
      }
    }
    progress.at("Comparing the rows with each other", rows, rows);
    database.doWork(
        connection -> {
          staging.resolve(connection, log);
          similar.find(connection, log);
        });
    flush();
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

  private void read(Workbook.Sheet sheet, RecordType type, Profile.@Nullable SheetProfile said)
      throws IOException {
    List<TableFound> tables =
        said == null
            ? SheetTables.of(sheet, header -> mapping(sheet, header, type, null).columns().size())
            : List.of(SheetTables.of(said));
    for (TableFound table : tables) {
      read(sheet, table, type, said);
    }
  }

  private SheetMapping mapping(
      Workbook.Sheet sheet, SheetRow header, RecordType type, Profile.@Nullable SheetProfile said) {
    return SheetMapping.of(sheet.name(), header, type, said, schema, new ArrayList<>());
  }

  private void read(
      Workbook.Sheet sheet, TableFound table, RecordType type, Profile.@Nullable SheetProfile said)
      throws IOException {
    List<SheetRow> first = SheetTables.firstRows(sheet, table);
    SheetRow header = SheetTables.header(first, table, sheet.layout());
    List<Finding> findings = new ArrayList<>();
    SheetMapping mapping = SheetMapping.of(sheet.name(), header, type, said, schema, findings);
    log.addAll(findings);
    first.removeIf(row -> row.number() < table.firstRow());
    RowMapper mapper = new RowMapper(mapping, new CellRemarks(mapping, first, limits));
    HiddenCells hidden = new HiddenCells(sheet, mapping);
    RowsLeftOut leftOut = new RowsLeftOut(mapping);
    try (Stream<SheetRow> all = sheet.rows()) {
      Iterator<SheetRow> data =
          all.filter(row -> table.hasData(row.number()) && !row.isBlank())
              .filter(leftOut::isRead)
              .iterator();
      ReadAhead.each(
          () -> batch(data, row -> mapper.read(++rows, hidden.counted(row))),
          Batch::last,
          batch -> plan(mapping, batch));
    }
    log.addAll(hidden.findings());
    log.addAll(leftOut.findings());
  }

  /// The next rows.
  ///
  /// @param last whether there are no more
  /// @param cut whether there are more than may be
  private record Batch(List<RowValues> rows, boolean last, boolean cut) {}

  private Batch batch(Iterator<SheetRow> data, Function<SheetRow, RowValues> reading) {
    List<RowValues> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && data.hasNext()) {
      if (rows == limits.rows()) {
        return new Batch(batch, true, true);
      }
      batch.add(reading.apply(data.next()));
    }
    return new Batch(batch, batch.size() < BATCH, false);
  }

  private void plan(SheetMapping mapping, Batch batch) {
    if (batch.cut()) {
      log.add(
          Finding.error(
              FindingCode.TOO_LARGE,
              new Place.Sheet(mapping.sheet()),
              "more",
              "at most " + limits.rows() + " rows with data (catalogue.import.rows)"));
    }
    if (!batch.rows().isEmpty()) {
      plan(mapping, batch.rows());
    }
  }

  private void plan(SheetMapping mapping, List<RowValues> batch) {
    List<Finding> findings = new ArrayList<>();
    List<BatchMatch.Matched> matched =
        new BatchMatch(
                mapping, profile.keepsKeys(), lookup, schema.workflow().withdrawn(), findings)
            .match(batch);
    Map<String, RecordHead> named = lookup.named(RowNames.of(mapping, batch));
    RowWarnings warnings = new RowWarnings(schema, mapping);
    List<StagedChange> changes = new ArrayList<>();
    for (BatchMatch.Matched row : matched) {
      RowMerge.Merged merged = RowMerge.of(schema, mapping, row, named);
      RowComparison comparison = new RowComparison(schema, mapping, row, merged, named, findings);
      comparison.compare().ifPresent(changes::add);
      staging.addPending(mapping, row.row(), comparison.pending());
    }
    for (StagedChange change : changes) {
      staging.add(change);
      similar.add(mapping, change);
      findings.addAll(warnings.of(change));
    }
    mapping.type().attributes().stream()
        .filter(Attribute::unique)
        .forEach(attribute -> unique(mapping, attribute, changes, findings));
    log.addAll(CellRemarks.joined(findings, batch));
    flush();
    progress.at("Reading the rows", batch.getLast().number(), 0);
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
