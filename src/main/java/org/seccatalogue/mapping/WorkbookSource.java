package org.seccatalogue.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.proposal.Source;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.ReadAhead;
import org.seccatalogue.workbook.RecognisedFile;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.UnheadedCells;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.continued.ContinuedRow;
import org.seccatalogue.workbook.continued.ContinuedRows;

/// The rows of a workbook, as a profile or its own words say.
public final class WorkbookSource implements Source {

  private static final int BATCH = 1000;

  /// Characters of a batch, after which it ends though it has fewer rows.
  private static final long LARGEST_BATCH = 8_000_000;

  private final Workbook workbook;
  private final Profile profile;
  private final CatalogueSchema schema;
  private final Workbook.Limits limits;
  private int rows;

  public WorkbookSource(
      Workbook workbook, Profile profile, CatalogueSchema schema, Workbook.Limits limits) {
    this.workbook = workbook;
    this.profile = profile;
    this.schema = schema;
    this.limits = limits;
  }

  @Override
  public int read(Receiver to) throws IOException {
    List<Workbook.Sheet> all = workbook.sheets();
    to.found(workbook.findings());
    List<Finding> published = published(all);
    if (!published.isEmpty()) {
      to.found(published);
      return 0;
    }
    to.found(missingSheets(all));
    for (Workbook.Sheet sheet : all.stream().filter(s -> !profile.ignores(s)).toList()) {
      Optional<Profile.SheetProfile> sheetProfile = profile.of(sheet);
      Optional<RecordType> type =
          sheetProfile
              .map(s -> schema.typeOf(s.type()))
              .or(() -> SheetName.type(sheet.name(), schema));
      if (type.isPresent()) {
        read(sheet, type.get(), sheetProfile.orElse(null), to);
      } else if (profile.sheets().isEmpty() && !OwnSheets.isMarked(sheet)) {
        to.found(List.of(unknown(sheet.name(), all.size())));
      }
    }
    return rows;
  }

  /// The rows of what is published have digests of their own: none is a revision of the draft.
  private static List<Finding> published(List<Workbook.Sheet> all) throws IOException {
    for (Workbook.Sheet sheet : all) {
      Optional<String> what = OwnSheets.published(sheet);
      if (what.isPresent()) {
        String expected =
            "a workbook with records of the draft: what is published is to read. To edit records,"
                + " export them from the draft";
        return List.of(
            Finding.error(
                FindingCode.WRONG_BASE, new Place.Sheet(sheet.name()), what.get(), expected));
      }
    }
    return List.of();
  }

  private List<Finding> missingSheets(List<Workbook.Sheet> all) {
    Set<String> names = all.stream().map(Workbook.Sheet::name).collect(Collectors.toSet());
    return profile.sheets().stream()
        .map(Profile.SheetProfile::sheet)
        .filter(name -> name != null && !names.contains(name))
        .map(
            name ->
                Finding.error(
                    FindingCode.UNKNOWN_SHEET,
                    new Place.Sheet(String.valueOf(name)),
                    String.join(", ", names.stream().sorted().toList()),
                    "a sheet of this name"))
        .toList();
  }

  /// A text with separators has the name of its file as that of its only sheet.
  private Finding unknown(String name, int count) {
    boolean text = isText();
    String expected =
        "a %s named after a record type, such as “%s”%s, or a profile that says what it holds"
            .formatted(
                text ? "file" : "sheet",
                schema.types().getFirst().plural() + (text ? ".csv" : ""),
                text ? " (rename it, and send it again)" : "");
    Place place = new Place.Sheet(name);
    return count == 1
        ? Finding.error(FindingCode.UNKNOWN_SHEET, place, name, expected)
        : Finding.warning(FindingCode.UNKNOWN_SHEET, place, name, expected + "; it is not read");
  }

  private boolean isText() {
    return workbook.recognised().format() == RecognisedFile.Format.CSV;
  }

  private void read(
      Workbook.Sheet sheet,
      RecordType type,
      Profile.@Nullable SheetProfile sheetProfile,
      Receiver to)
      throws IOException {
    List<TableFound> tables =
        sheetProfile == null
            ? SheetTables.of(sheet, header -> mapping(sheet, header, type, null).columns().size())
            : List.of(SheetTables.of(sheetProfile));
    for (TableFound table : tables) {
      List<SheetRow> first = SheetTables.firstRows(sheet, table);
      SheetRow header = SheetTables.header(first, table, sheet.layout());
      List<Finding> findings = new ArrayList<>();
      SheetMapping mapping =
          SheetMapping.of(sheet.name(), header, type, sheetProfile, schema, findings)
              .keepingKeys(profile.keepsKeys());
      to.found(findings);
      first.removeIf(row -> row.number() < table.firstRow());
      read(
          sheet,
          table,
          new TableRows(
              mapping,
              new CellRemarks(mapping, first, limits),
              new UnheadedCells(sheet.name(), header, isText()),
              schema),
          to);
    }
  }

  private SheetMapping mapping(
      Workbook.Sheet sheet,
      SheetRow header,
      RecordType type,
      Profile.@Nullable SheetProfile sheetProfile) {
    return SheetMapping.of(sheet.name(), header, type, sheetProfile, schema, new ArrayList<>());
  }

  private void read(Workbook.Sheet sheet, TableFound table, TableRows reading, Receiver to)
      throws IOException {
    HiddenCells hidden = new HiddenCells(sheet, reading.mapping());
    RowsLeftOut leftOut = new RowsLeftOut(reading.mapping());
    boolean guarded = isGuarded(sheet, reading.mapping());
    try (Stream<SheetRow> all = sheet.rows()) {
      Iterator<SheetRow> data =
          all.filter(row -> table.hasData(row.number()) && !row.isBlank())
              .map(hidden::counted)
              .map(row -> guarded ? FormulaGuard.unguarded(row) : row)
              .iterator();
      ContinuedRows joined = new ContinuedRows(sheet.name(), reading.mapping().keyColumn(), data);
      Iterator<ContinuedRow> read =
          joined.stream().filter(row -> leftOut.isRead(row.row())).iterator();
      ReadAhead.each(
          () -> batch(read, row -> reading.row(++rows, row)),
          Batch::last,
          batch -> give(reading, batch, to));
      to.found(joined.findings());
    }
    to.found(hidden.findings());
    to.found(leftOut.findings());
    to.found(reading.findings());
  }

  /// Whether a spreadsheet program made the sheet from a CSV file of ours, and kept the apostrophes
  /// in it. A workbook of ours needs none; it is known by its first sheet, and a sheet of it by the
  /// column that it hides, which a CSV file cannot.
  private boolean isGuarded(Workbook.Sheet sheet, SheetMapping mapping) throws IOException {
    Optional<Integer> digest = mapping.digestColumn();
    if (isText() || digest.isEmpty() || sheet.layout().hiddenColumns().get(digest.get())) {
      return false;
    }
    for (Workbook.Sheet other : workbook.sheets()) {
      if (OwnSheets.isToEdit(other)) {
        return false;
      }
    }
    return true;
  }

  /// The next rows.
  ///
  /// @param last whether there are no more
  /// @param cut whether there are more than may be
  private record Batch(List<TableRows.Row> rows, boolean last, boolean cut) {}

  private Batch batch(Iterator<ContinuedRow> data, Function<ContinuedRow, TableRows.Row> reading) {
    List<TableRows.Row> batch = new ArrayList<>(BATCH);
    long characters = 0;
    while (batch.size() < BATCH && characters < LARGEST_BATCH && data.hasNext()) {
      if (rows == limits.rows()) {
        return new Batch(batch, true, true);
      }
      ContinuedRow row = data.next();
      characters += row.row().cells().stream().mapToLong(String::length).sum();
      batch.add(reading.apply(row));
    }
    return new Batch(batch, !data.hasNext(), false);
  }

  private void give(TableRows reading, Batch batch, Receiver to) {
    if (batch.cut()) {
      to.found(
          List.of(
              Finding.error(
                  FindingCode.TOO_LARGE,
                  new Place.Sheet(reading.mapping().name()),
                  "more",
                  "at most " + limits.rows() + " rows with data (catalogue.import.rows)")));
    }
    if (!batch.rows().isEmpty()) {
      reading.give(batch.rows(), to);
    }
  }
}
