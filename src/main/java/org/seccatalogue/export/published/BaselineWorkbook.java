package org.seccatalogue.export.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.export.ExportColumn;
import org.seccatalogue.export.ExportColumns;
import org.seccatalogue.export.ExportRow;
import org.seccatalogue.export.ExportedRecord;
import org.seccatalogue.export.RecordSheet;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.continued.ContinuedText.Room;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.ChoiceLists;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Look;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.SheetWriter.Cell;
import org.seccatalogue.workbook.write.XlsxFile;

/// The records of a baseline as a workbook: the same bytes for everybody, everywhere, every day.
@ApplicationScoped
public class BaselineWorkbook implements PublishedWriter {

  static final FileMarks MARKS =
      new FileMarks(
          List.of(
              "(?:<row [^<>]{1,100}>%s)?<c r=\"A[0-9]+\" s=\"[0-9]+\" t=\"inlineStr\">%s<is>%s<t xml:space=\"preserve\">%s([A-Z]{3}-[0-9]{4,9})<"
                  .replace("%s", FileMarks.BLOCK)),
          List.of("</sheetData>"));

  private final Published published;
  private final PublishedSections sections;
  private final PublishedRecords records;

  BaselineWorkbook(Published published, PublishedSections sections, PublishedRecords records) {
    this.published = published;
    this.sections = sections;
    this.records = records;
  }

  @Override
  public FileKind kind() {
    return FileKind.WORKBOOK;
  }

  @Override
  public int form() {
    return FileForms.FIRST;
  }

  @Override
  public FileMarks marks() {
    return MARKS;
  }

  @Override
  public void write(PublishedFile file, OutputStream out) throws IOException {
    write(file, form(), out);
  }

  /// Writes it in one of its forms. The stream stays open.
  void write(PublishedFile file, int form, OutputStream out) throws IOException {
    Baseline baseline = file.baseline();
    write(baseline, new Whole(baseline, sections, form), out);
  }

  /// What such a workbook holds.
  interface Content {
    /// How many records there are of each type, by its name.
    Map<String, Integer> counts();

    /// Gives the records of a type, in the order of the outline.
    void each(String type, Consumer<List<PublishedRecord>> batch);

    /// Writes the first sheet.
    ///
    /// @param forms of the sheets of records
    void cover(SheetWriter sheet, List<SheetForm> forms);

    String title();

    /// What the workbook says of itself in its properties, if it says anything.
    @Nullable String said();

    /// In which form it is written.
    int form();

    /// The rows of a record: one in the first form.
    default List<List<@Nullable CellValue>> rows(ExportRow row, List<ExportColumn> columns) {
      return form() == FileForms.FIRST
          ? List.of(RecordSheet.values(row, columns))
          : RecordSheet.rows(row, columns, Room.CELL);
    }
  }

  /// All records of a baseline.
  private record Whole(Baseline baseline, PublishedSections sections, int form) implements Content {

    @Override
    public Map<String, Integer> counts() {
      return sections.counts(baseline);
    }

    @Override
    public void each(String type, Consumer<List<PublishedRecord>> batch) {
      sections.each(baseline, type, batch);
    }

    @Override
    public void cover(SheetWriter sheet, List<SheetForm> forms) {
      BaselineWorkbook.cover(baseline, form, sheet, forms);
    }

    @Override
    public String title() {
      return OwnSheets.MARK + ": " + baseline.name();
    }

    @Override
    public @Nullable String said() {
      return form == FileForms.FIRST ? null : FileForms.said(form);
    }
  }

  /// Writes a cover, then a sheet for each record type. The stream stays open.
  void write(Baseline baseline, Content content, OutputStream out) throws IOException {
    CatalogueSchema schema = published.schema(baseline);
    ChoiceLists lists = new ChoiceLists();
    Map<RecordType, List<ExportColumn>> columns = new LinkedHashMap<>();
    Map<RecordType, SheetForm> forms = new LinkedHashMap<>();
    Map<String, Integer> counts = content.counts();
    for (RecordType type : schema.types()) {
      if (counts.containsKey(type.name())) {
        List<ExportColumn> its = ExportColumns.of(type, schema);
        columns.put(type, its);
        forms.put(type, RecordSheet.form(type, schema, counts.get(type.name()), its, lists));
      }
    }
    XlsxFile file = XlsxFile.plain(out, baseline.dated());
    file.sheet(RecordSheet.cover(), sheet -> content.cover(sheet, List.copyOf(forms.values())));
    for (Map.Entry<RecordType, SheetForm> entry : forms.entrySet()) {
      List<ExportColumn> its = Objects.requireNonNull(columns.get(entry.getKey()));
      file.sheet(
          entry.getValue(),
          sheet ->
              content.each(
                  entry.getKey().name(),
                  batch ->
                      exported(baseline, batch)
                          .forEach(row -> content.rows(row, its).forEach(sheet::values))));
    }
    file.sheet(lists.form(), lists::write);
    file.finish(content.title(), content.said());
  }

  private List<ExportRow> exported(Baseline baseline, List<PublishedRecord> batch) {
    Set<String> names = new HashSet<>();
    batch.forEach(record -> names.addAll(record.names()));
    Map<RecordKey, String> called = ExportRow.called(records.heads(baseline, names));
    return batch.stream()
        .map(
            record ->
                new ExportRow(
                    new ExportedRecord(record.head(), record.attributes(), record.links()),
                    record.digest(),
                    called))
        .toList();
  }

  private static void cover(Baseline baseline, int form, SheetWriter sheet, List<SheetForm> forms) {
    sheet.row(List.of(words(Look.TITLE, OwnSheets.MARK + ": " + baseline.name())));
    sheet.row(List.of());
    fact(
        sheet,
        "What it is",
        "The records of a published baseline, to read. Whether the baseline has been superseded or"
            + " withdrawn since is told where it is published.");
    fact(sheet, "Baseline", baseline.name());
    fact(sheet, "Dated", baseline.dated().toString());
    fact(sheet, "Digest of the baseline (SHA-256)", baseline.digest());
    fact(
        sheet,
        "How to check it",
        "Give the workbook to the page Verify where the baseline is published: it tells whether"
            + " every cell says what the baseline says.");
    longTexts(sheet, form);
    sheets(sheet, forms, baseline.records());
  }

  /// How texts stand there that no cell has room for.
  static void longTexts(SheetWriter sheet, int form) {
    if (form > FileForms.FIRST) {
      fact(
          sheet,
          "Long texts",
          "A text of more than 32,767 characters goes on in the rows below, which say in the first"
              + " column to which record they belong and which part they hold.");
    }
  }

  /// Tells how many records each sheet has, and leads to it.
  static void sheets(SheetWriter sheet, List<SheetForm> forms, int records) {
    sheet.row(List.of());
    sheet.row(List.of(words(Look.LABEL, "Sheet"), words(Look.LABEL, "Records")));
    for (SheetForm form : forms) {
      List<Cell> cells = new ArrayList<>();
      cells.add(words(Look.LINK, form.name()));
      cells.add(amount(form.rows() == null ? 0 : form.rows()));
      sheet.link(cells, form);
    }
    sheet.row(List.of(words(Look.LABEL, "All sheets"), amount(records)));
  }

  static void fact(SheetWriter sheet, String label, String text) {
    sheet.row(List.of(words(Look.LABEL, label), words(Look.WRAPPED, text)));
  }

  static Cell words(Look look, String text) {
    return new Cell(look, new CellValue.Words(text));
  }

  private static Cell amount(int number) {
    return new Cell(Look.WRAPPED, new CellValue.Amount(BigDecimal.valueOf(number)));
  }
}
