package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.imports.TwoPeople.MEMBER;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.workbook.Layouts;

/// What somebody wrote into a file and an import does not read, or reads otherwise than it looks,
/// is told.
@QuarkusTest
@NullUnmarked
class OverlookedCellsIT {

  private static final String CODES = "existing-code";
  private static final List<String> HEADER = List.of("Section", "Abbreviation", "Title");

  private static final RecordQuery METERS =
      new RecordQuery("electricity-meter-spec", null, null, null, List.of(), null, 100);

  @Inject Exports exports;
  @Inject Imports imports;
  @Inject TwoPeople two;

  @TempDir Path folder;

  private ImportRun planned(Path file) {
    String name = file.getFileName().toString();
    return ((PlanOutcome.Planned) imports.plan(name, file, "", MEMBER)).run();
  }

  private ImportRun planned(List<List<String>> rows) throws IOException {
    return planned(Layouts.write(folder.resolve("codes.xlsx"), new Layouts.Named(CODES, rows)));
  }

  private List<String> told(ImportRun run, FindingCode code) {
    return imports.findings(run.id(), 0, 100).stream()
        .filter(finding -> finding.code() == code)
        .map(f -> f.severity() + " " + f.place().text() + ": " + f.message())
        .toList();
  }

  @Test
  void cellsBeyondTheLastHeaderAreToldOnceForEachColumn() throws IOException {
    ImportRun run =
        planned(
            List.of(
                HEADER,
                List.of("R.1", "ABQ", "One", "", "Not before 2013, see note"),
                List.of("R.1", "ABR", "Two", " ", "See above", "\u00a0"),
                List.of("R.1", "ABS", "Three", "", "", "please delete this row")));

    assertThat(told(run, FindingCode.UNKNOWN_COLUMN))
        .containsExactly(
            "WARNING sheet “existing-code”, cell E2: Found “Not before 2013, see note”, expected a"
                + " header of its column; 2 cells of this column hold something, and are not read."
                + " Give the column a header to have it read.",
            "WARNING sheet “existing-code”, cell F4: Found “please delete this row”, expected a"
                + " header of its column; this one cell of the column holds something, and is not"
                + " read. Give the column a header to have it read.");
    assertThat(run.counts().created()).isEqualTo(3);
  }

  @Test
  void fieldsOfATextFileWithoutAHeaderAreToldToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("existing-code.csv"),
            "Section,Abbreviation,Title,\nR.1,ABQ,One,under none,\nR.1,ABR,Two, and more,beyond\n");

    assertThat(told(planned(file), FindingCode.UNKNOWN_COLUMN))
        .containsExactly(
            "WARNING sheet “existing-code”, cell D2: Found “under none”, expected a header of its"
                + " column; 2 cells of this column hold something, and are not read. Give the"
                + " column a header, or put a text that has the separator in it between quotation"
                + " marks.",
            "WARNING sheet “existing-code”, cell E3: Found “beyond”, expected a header of its"
                + " column; this one cell of the column holds something, and is not read. Give the"
                + " column a header, or put a text that has the separator in it between quotation"
                + " marks.");
  }

  @Test
  void aTableBesideIsToldByItsColumnsAndATitleAboveNotAtAll() throws IOException {
    ImportRun run =
        planned(
            List.of(
                List.of("", "", "", "", "", "Codes of the industry"),
                HEADER,
                List.of("R.1", "ABQ", "One"),
                List.of("R.1", "ABR", "Two", "", "Colour", "Size"),
                List.of("R.1", "ABS", "Three", "", "red", "12")));

    assertThat(two.findings(run))
        .contains(
            "sheet “existing-code”, cell E4 UNKNOWN_COLUMN Colour",
            "sheet “existing-code”, cell F4 UNKNOWN_COLUMN Size");
    assertThat(told(run, FindingCode.UNKNOWN_COLUMN)).hasSize(2);
  }

  @Test
  void whatIsTypedBesideAnExportIsTold() throws IOException {
    EditedSheet sheet = two.exported();
    String key = String.valueOf(sheet.keys().getFirst());
    sheet.typeBeside(key, "please delete this row");

    assertThat(told(two.planned(sheet), FindingCode.UNKNOWN_COLUMN))
        .singleElement()
        .asString()
        .contains("2: Found “please delete this row”, expected a header of its column");
  }

  @Test
  void anExportThatNobodyTypedBesideTellsNothing() throws IOException {
    ImportRun run = two.planned(two.exportedFile());

    assertThat(told(run, FindingCode.UNKNOWN_COLUMN)).isEmpty();
    assertThat(told(run, FindingCode.STRUCK_THROUGH)).isEmpty();
  }

  @Test
  void aCsvOfOursThatASpreadsheetSavedAsAWorkbookComesBackUnchanged() throws IOException {
    String signed = meter("+/- 1 %");
    String quoted = meter("'=1 is what the display shows");
    Path saved =
        Layouts.write(folder.resolve("saved.xlsx"), new Layouts.Named(TwoPeople.SHEET, csv()));

    assertThat(two.outcome(planned(saved)))
        .contains("SAME " + signed + " [] []", "SAME " + quoted + " [] []")
        .allMatch(row -> row.startsWith("SAME "));
  }

  @Test
  void aWorkbookOfOursKeepsTheApostropheOfAValue() throws IOException {
    String signed = meter("+/- 1 %");
    String quoted = meter("'=1 is what the display shows");

    assertThat(two.outcome(two.planned(two.exportedFile())))
        .contains("SAME " + signed + " [] []", "SAME " + quoted + " [] []");
  }

  @Test
  void aWorkbookOfOthersKeepsItsApostrophes() throws IOException {
    ImportRun run = planned(List.of(HEADER, List.of("R.1", "ABX", "'-1 and less")));
    two.apply(run);

    assertThat(two.attribute(String.valueOf(two.rows(run).getFirst().key()), "title"))
        .isEqualTo("'-1 and less");
  }

  private String meter(String text) {
    return two.created(
        Drafts.meter("Meter of " + text).below("C.4.1.a").with("requirement_text", text));
  }

  /// What a spreadsheet program makes of a CSV export: the same texts in cells.
  private List<List<String>> csv() throws IOException {
    ExportOutcome.Export export =
        (ExportOutcome.Export) exports.csv(new Exports.Wanted(METERS, false));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.writer().write(out);
    String text = out.toString(StandardCharsets.UTF_8).replace("\ufeff", "");
    try (Stream<CsvRecord> lines = CsvReader.builder().ofCsvRecord(text).stream()) {
      return lines.map(CsvRecord::getFields).toList();
    }
  }

  @Test
  void wordsThatAreStruckThroughAreReadAndTold() throws IOException {
    Path file = folder.resolve("struck.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet(CODES);
      row(sheet, 0, "Section", "Abbreviation", "Title", "Colour");
      XSSFRow first = row(sheet, 1, "R.1", "ABU", "Gone", "red");
      XSSFRow second = row(sheet, 2, "R.1", "ABV", "", "");
      row(sheet, 3, "R.1", "ABW", "Kept", "");
      XSSFFont gone = book.createFont();
      gone.setStrikeout(true);
      XSSFCellStyle style = book.createCellStyle();
      style.setFont(gone);
      first.getCell(2).setCellStyle(style);
      first.getCell(3).setCellStyle(style);
      second.getCell(3).setCellStyle(style);
      XSSFRichTextString words = new XSSFRichTextString("Code that is gone");
      words.applyFont(5, 12, gone);
      second.getCell(2).setCellValue(words);
      book.write(out);
    }

    ImportRun run = planned(file);

    assertThat(told(run, FindingCode.STRUCK_THROUGH))
        .containsExactly(
            "WARNING sheet “existing-code”, cell C2: Found “2 cells with words struck through, the"
                + " first of them here”, expected no such words: they are read as if they were not"
                + " struck through. Delete what is no longer to be there, and take the line from"
                + " what is.");
    two.apply(run);
    assertThat(two.rows(run))
        .extracting(row -> two.attribute(String.valueOf(row.key()), "title"))
        .containsExactly("Gone", "Code that is gone", "Kept");
  }

  private static XSSFRow row(XSSFSheet sheet, int number, String... cells) {
    XSSFRow row = sheet.createRow(number);
    for (int column = 0; column < cells.length; column++) {
      row.createCell(column).setCellValue(cells[column]);
    }
    return row;
  }
}
