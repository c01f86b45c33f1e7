package org.seccatalogue.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.workbook.ReadingChoices.Merged;
import org.seccatalogue.workbook.reading.SharedTexts;

/// The same cells come out of each kind of workbook.
@NullUnmarked
class WorkbookReadingTest {

  @TempDir Path folder;

  static Stream<org.apache.poi.ss.usermodel.Workbook> excel() {
    return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
  }

  @ParameterizedTest
  @MethodSource("excel")
  void eachKindOfCellHasItsText(org.apache.poi.ss.usermodel.Workbook book) throws IOException {
    Sheet sheet = book.createSheet("Data");
    Row row = sheet.createRow(0);
    row.createCell(0).setCellValue("  Grüße & more ");
    row.createCell(1).setCellValue(0.1);
    row.createCell(2).setCellValue(1e20);
    row.createCell(3).setCellValue(true);
    row.createCell(4).setCellErrorValue(FormulaError.REF.getCode());
    styled(book, row.createCell(5), "yyyy-mm-dd").setCellValue(40877);
    styled(book, row.createCell(6), "dd/mm/yyyy hh:mm").setCellValue(40877.427083333336);
    styled(book, row.createCell(7), "hh:mm").setCellValue(0.5);
    styled(book, row.createCell(8), "[h]:mm").setCellValue(1.5);
    styled(book, row.createCell(9), "0000").setCellValue(42);
    styled(book, row.createCell(10), "0.00").setCellValue(1.1);
    styled(book, row.createCell(11), "0.00").setCellValue(1.2345);
    styled(book, row.createCell(12), "0.0%").setCellValue(0.125);
    styled(book, row.createCell(13), "yyyy-mm-dd").setCellValue(60);
    Row next = sheet.createRow(2);
    next.createCell(2).setCellValue("far");

    Path file = saved(book);

    assertThat(OpenFiles.rows(file))
        .containsExactly(
            "Data!1:   Grüße & more |0.1|100000000000000000000|Yes|#REF!|2011-11-30"
                + "|2011-11-30T10:15|12:00|36:00|0042|1.10|1.2345|12.5%|60",
            "Data!3: ||far");
    assertThat(OpenFiles.kinds(file).getFirst())
        .isEqualTo(
            "1: [TEXT, NUMBER, NUMBER, BOOLEAN, ERROR, DATE, DATE, DATE, DATE, NUMBER, NUMBER,"
                + " NUMBER, NUMBER, DATE_OUTSIDE_SYSTEM]");
  }

  @ParameterizedTest
  @MethodSource("excel")
  void formulasHaveTheValuesThatWereStoredWithThem(org.apache.poi.ss.usermodel.Workbook book)
      throws IOException {
    Row row = book.createSheet("Data").createRow(0);
    row.createCell(0).setCellFormula("1+1");
    row.createCell(1).setCellFormula("\"a\"&\"b\"");
    row.createCell(2).setCellFormula("1=1");
    row.createCell(3).setCellFormula("1/0");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();

    Path file = saved(book);

    assertThat(OpenFiles.rows(file)).containsExactly("Data!1: 2|ab|Yes|#DIV/0!");
    assertThat(OpenFiles.kinds(file)).containsExactly("1: [NUMBER, TEXT, BOOLEAN, ERROR]");
  }

  @ParameterizedTest
  @MethodSource("excel")
  void datesOfTheOtherSystemAreTheSameDays(org.apache.poi.ss.usermodel.Workbook book)
      throws IOException {
    switch (book) {
      case XSSFWorkbook xssf -> xssf.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      case HSSFWorkbook hssf ->
          hssf.getInternalWorkbook().getRecords().stream()
              .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
              .map(org.apache.poi.hssf.record.DateWindow1904Record.class::cast)
              .forEach(record -> record.setWindowing((short) 1));
      default -> throw new IllegalStateException();
    }
    styled(book, book.createSheet("Data").createRow(0).createCell(0), "yyyy-mm-dd")
        .setCellValue(39415);

    assertThat(OpenFiles.rows(saved(book))).containsExactly("Data!1: 2011-11-30");
  }

  @ParameterizedTest
  @MethodSource("excel")
  void whatIsHiddenOrMergedIsReadAsChosen(org.apache.poi.ss.usermodel.Workbook book)
      throws IOException {
    Sheet sheet = book.createSheet("Data");
    for (int r = 0; r < 4; r++) {
      sheet.createRow(r).createCell(1).setCellValue("b" + r);
      sheet.getRow(r).createCell(2).setCellValue("c" + r);
    }
    sheet.getRow(1).createCell(0).setCellValue("group");
    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
    sheet.getRow(3).createCell(0).setCellValue("wide");
    sheet.getRow(3).removeCell(sheet.getRow(3).getCell(1));
    sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, 1));
    sheet.getRow(1).setZeroHeight(true);
    sheet.setColumnHidden(2, true);
    book.createSheet("Notes").createRow(0).createCell(0).setCellValue("secret");
    book.setSheetHidden(1, true);
    Path file = saved(book);

    assertThat(OpenFiles.rows(file))
        .containsExactly(
            "Data!1: |b0|c0", "Data!2: group|b1|c1", "Data!3: group|b2|c2", "Data!4: wide||c3");
    assertThat(OpenFiles.rows(file, choices(true, false, false, Merged.EACH_CELL)))
        .containsExactly(
            "Data!1: |b0|", "Data!3: group|b2|", "Data!4: wide|wide|", "Notes!1: secret");
    assertThat(OpenFiles.rows(file, choices(false, true, true, Merged.FIRST_CELL)))
        .contains("Data!3: |b2|c2");
    try (Workbook workbook = WorkbookFormats.open("x", file, OpenFiles.LIMITS)) {
      assertThat(workbook.findings())
          .extracting(finding -> finding.place().text() + " " + finding.code())
          .containsExactly("sheet “Notes” HIDDEN");
    }
  }

  @Test
  void spreadsheetsOfLibreOfficeAreReadLikeThoseOfExcel() {
    Path file =
        file(
            OpenFiles.ods(
                """
                <table:table table:name="Data"><table:table-column/><table:table-column table:visibility="collapse"/>
                <table:table-row><table:table-cell office:value-type="string"><text:p>two<text:s text:c="2"/>spaces</text:p><text:p>next <text:span>line</text:span></text:p><office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>
                <table:table-cell office:value-type="float" office:value="1.1"><text:p>1.10</text:p></table:table-cell>
                <table:table-cell office:value-type="date" office:date-value="2011-11-30T00:00:00"><text:p>30/11/11</text:p></table:table-cell>
                <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
                <table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>
                <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
                <table:table-cell table:formula="of:=1+1"/>
                <table:table-cell office:value-type="time" office:time-value="PT10H15M00S"><text:p>10:15</text:p></table:table-cell>
                <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
                <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>twice</text:p></table:table-cell></table:table-row>
                <table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>tall</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>
                <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row>
                </table:table>
                <table:table table:name="Hidden" table:style-name="ta1"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>
                """));

    assertThat(OpenFiles.rows(file))
        .containsExactly(
            "Data!1: two  spaces\nnext line|1.10|2011-11-30|Yes|50%|#REF!||10:15",
            "Data!1000002: twice|twice",
            "Data!1000003: twice|twice",
            "Data!1000004: tall|a",
            "Data!1000005: tall|b");
    assertThat(OpenFiles.kinds(file).getFirst())
        .isEqualTo("1: [TEXT, NUMBER, DATE, BOOLEAN, NUMBER, ERROR, FORMULA_WITHOUT_VALUE, DATE]");
    assertThat(OpenFiles.rows(file, choices(true, false, false, Merged.EACH_ROW)))
        .contains("Hidden!1: x", "Data!1000005: tall|")
        .noneMatch(row -> row.contains("twice"));
  }

  @Test
  void whatOnlyTheFileSaysOfACellIsUnderstood() {
    Path file =
        file(
            OpenFiles.xlsx(
                """
                <sheetData><row r="1">
                <c r="A1" t="inlineStr"><is><t>a_x000D_\nb</t><rPh sb="0" eb="1"><t>ruby</t></rPh></is></c>
                <c r="B1"><f>1+1</f></c>
                <c r="C1" t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r></is></c>
                <c r="D1" t="n"><v>NaN</v></c>
                <c t="str"><f>"x"</f><v>_x005F_x000D_</v></c>
                <c r="F1" t="d"><v>2011-11-30T00:00:00</v></c>
                <c r="G1" t="str"><f>A2</f><v></v></c>
                </row><row><c><v>7</v></c></row></sheetData>"""));

    assertThat(OpenFiles.rows(file))
        .containsExactly("Data!1: a\r\nb||rich text|NaN|_x000D_|2011-11-30", "Data!2: 7");
    assertThat(OpenFiles.kinds(file).getFirst())
        .isEqualTo("1: [TEXT, FORMULA_WITHOUT_VALUE, TEXT, ERROR, TEXT, DATE]");
  }

  @Test
  void sharedTextsThatDoNotFitIntoMemoryAreReadFromAFile() throws IOException {
    try (SharedTexts texts = new SharedTexts(1000)) {
      for (int i = 0; i < 5000; i++) {
        texts.add("text ü " + i);
      }
      texts.finish();

      assertThat(texts.size()).isEqualTo(5000);
      assertThat(Stream.of(0, 40, 41, 42, 57, 58, 4999).map(texts::get))
          .containsExactly(
              "text ü 0",
              "text ü 40",
              "text ü 41",
              "text ü 42",
              "text ü 57",
              "text ü 58",
              "text ü 4999");
    }
  }

  private static ReadingChoices choices(
      boolean sheets, boolean rows, boolean columns, Merged merged) {
    return new ReadingChoices(sheets, rows, columns, merged, null, null, null);
  }

  private static Cell styled(org.apache.poi.ss.usermodel.Workbook book, Cell cell, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    return cell;
  }

  private Path saved(org.apache.poi.ss.usermodel.Workbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (book) {
      book.write(out);
    }
    return OpenFiles.file(folder, out.toByteArray());
  }

  private Path file(java.util.Map<String, String> parts) {
    return OpenFiles.file(folder, OpenFiles.zip(parts));
  }
}
