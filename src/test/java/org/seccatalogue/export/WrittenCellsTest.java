package org.seccatalogue.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.mapping.CellRemarks;
import org.seccatalogue.mapping.RowMapper;
import org.seccatalogue.mapping.SheetMapping;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.proposal.Proposal;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.RecordReader;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.testkit.GeneratedValues;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.workbook.OmittedValue;
import org.seccatalogue.workbook.OpenFiles;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;
import org.seccatalogue.workbook.WorkbookFormats;
import org.seccatalogue.workbook.continued.ContinuedRow;
import org.seccatalogue.workbook.continued.ContinuedRows;
import org.seccatalogue.workbook.continued.ContinuedText.Room;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.XlsxFile;

/// What is written to a cell is read from it again, whatever it is.
class WrittenCellsTest {

  private static final int RECORDS = Proof.count(40, 60);
  private static final CatalogueSchema SCHEMA =
      ((SchemaLoader.Outcome.Loaded) SchemaLoader.load(SchemaFiles.bundled())).schema();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> generatedRecordsOfEveryTypeComeBackAsTheyWere() {
    return SCHEMA.types().stream()
        .map(type -> DynamicTest.dynamicTest(type.name(), () -> comesBack(type)));
  }

  private void comesBack(RecordType type) throws Exception {
    List<ExportRow> rows = rows(type, new GeneratedValues(type.order()));
    List<ExportColumn> columns = ExportColumns.of(type, SCHEMA);

    Path workbook = folder.resolve(type.name() + ".xlsx");
    write(workbook, type, columns, rows);
    compare(type, rows, workbook);

    Path csv = folder.resolve(type.name() + ".csv");
    writeCsv(csv, columns, rows);
    compare(type, rows, csv);
  }

  private static List<ExportRow> rows(RecordType type, GeneratedValues values) {
    List<ExportRow> rows = new ArrayList<>();
    for (int i = 1; i <= RECORDS; i++) {
      ObjectNode attributes = JsonNodeFactory.instance.objectNode();
      for (Attribute attribute : type.attributes()) {
        JsonNode value = values.of(attribute.type());
        if (value != null) {
          attributes.set(attribute.name(), value);
        }
      }
      rows.add(row(type, i, attributes, NoteText.kept(values.text(80, false))));
    }
    return rows;
  }

  private static ExportRow row(
      RecordType type, int number, ObjectNode attributes, @Nullable String note) {
    RecordKey key = new RecordKey(type.prefix(), number);
    RecordHead head =
        new RecordHead(key, type.name(), "", null, "DRAFT", number, null, false, "00000001");
    String rule = SCHEMA.links().getFirst().name();
    List<Link> links =
        List.of(
            new Link(rule, RecordKey.of("CLS-0001"), 1, note),
            new Link(rule, RecordKey.of("CLS-0002"), 1, null));
    ExportedRecord record = new ExportedRecord(head, Attributes.stored(attributes), links);
    return new ExportRow(record, "", Map.of());
  }

  private static void write(
      Path file, RecordType type, List<ExportColumn> columns, List<ExportRow> rows)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XlsxFile workbook = new XlsxFile(out, Instant.EPOCH, "");
      SheetForm form =
          new SheetForm(
              SheetName.of(type, SCHEMA),
              SheetForm.State.SHOWN,
              true,
              rows.size(),
              columns.stream()
                  .map(c -> new SheetForm.Column(c.header(), 20, false, c.look(), null, ""))
                  .toList());
      workbook.sheet(
          form,
          sheet ->
              rows.forEach(
                  row -> RecordSheet.rows(row, columns, Room.CELL).forEach(sheet::values)));
      workbook.finish("");
    }
  }

  private static void writeCsv(Path file, List<ExportColumn> columns, List<ExportRow> rows)
      throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(columns.stream().map(ExportColumn::header).toList());
      rows.forEach(
          row ->
              RecordSheet.rows(row, columns, Room.FIELD)
                  .forEach(
                      cells -> csv.writeRecord(cells.stream().map(CsvExport::field).toList())));
    }
  }

  private static void compare(RecordType type, List<ExportRow> rows, Path file) throws Exception {
    try (Workbook workbook =
        WorkbookFormats.open(String.valueOf(file.getFileName()), file, OpenFiles.LIMITS)) {
      Workbook.Sheet sheet = workbook.sheets().getFirst();
      assertThat(SheetName.type(sheet.name(), SCHEMA)).contains(type);
      List<SheetRow> read;
      try (Stream<SheetRow> stream = sheet.rows()) {
        read = stream.toList();
      }
      List<org.seccatalogue.finding.Finding> findings = new ArrayList<>();
      SheetMapping mapping =
          SheetMapping.of(sheet.name(), read.getFirst(), type, null, SCHEMA, findings);
      assertThat(findings).isEmpty();
      RowMapper mapper = new RowMapper(mapping, new CellRemarks(mapping, read, OpenFiles.LIMITS));
      List<ContinuedRow> whole =
          new ContinuedRows(sheet.name(), 0, read.subList(1, read.size()).iterator())
              .stream().toList();
      assertThat(whole).extracting(ContinuedRow::findings).allMatch(List::isEmpty);
      for (int i = 0; i < rows.size(); i++) {
        same(rows.get(i).record(), mapper.read(i, whole.get(i).row()), type);
      }
    }
  }

  private static void same(ExportedRecord record, Proposal row, RecordType type) {
    assertThat(row.key()).isEqualTo(record.key().toString());
    for (Attribute attribute : type.attributes()) {
      JsonNode read =
          RecordReader.normal(attribute.type(), row.stated().attributes().path(attribute.name()));
      assertThat(String.valueOf(read))
          .as("%s %s", record.key(), attribute.name())
          .isEqualTo(String.valueOf(record.attributes().get(attribute.name())));
    }
    assertThat(row.stated().links())
        .extracting(link -> link.target() + " " + link.note())
        .containsExactlyElementsOf(
            record.links().stream().map(link -> link.target() + " " + link.note()).toList());
  }

  @Test
  void theLongestCellIsWrittenAndWhatIsLongerIsLeftAlone() throws Exception {
    String longest = "x".repeat(SheetWriter.LONGEST_CELL - 1) + "y";
    Path file = folder.resolve("long.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      XlsxFile workbook = new XlsxFile(out, Instant.EPOCH, "");
      SheetForm.Column column = SheetForm.Column.plain(20);
      workbook.sheet(
          new SheetForm("Long", SheetForm.State.SHOWN, false, null, List.of(column)),
          sheet -> {
            sheet.values(List.of(new CellValue.Words(longest)));
            sheet.values(List.of(new CellValue.Words(longest + "z")));
          });
      workbook.finish("");
    }
    try (Workbook workbook = WorkbookFormats.open("long.xlsx", file, OpenFiles.LIMITS);
        Stream<SheetRow> rows = workbook.sheets().getFirst().rows()) {
      assertThat(rows.map(row -> row.cell(0)))
          .containsExactly(longest, "(not shown: 32768 characters do not fit in a cell)");
    }
    assertThat(OmittedValue.isOne("(not shown: 32768 characters do not fit in a cell)")).isTrue();
    assertThat(OmittedValue.isOne("(not shown: everything)")).isFalse();
  }

  @Test
  void valuesReadLikeAPersonWouldWriteThem() {
    ObjectNode half = JsonNodeFactory.instance.objectNode().put("value", 30).put("unit", "min");
    AttributeType measure = new AttributeType.Measure(List.of("min"), true);
    AttributeType lines = new AttributeType.ListOf(new AttributeType.Line(100, null));

    assertThat(CellText.text(measure, half.deepCopy().put("condition", "default")))
        .isEqualTo("30 min (default)");
    assertThat(CellText.text(measure, half)).isEqualTo("30 min");
    assertThat(
            CellText.text(
                measure, JsonNodeFactory.instance.objectNode().put("condition", "30 min late")))
        .isEqualTo("\\30 min late");
    assertThat(CellText.text(lines, JsonNodeFactory.instance.arrayNode().add("a; b").add("C:\\")))
        .isEqualTo("a\\; b; C:\\");
  }
}
