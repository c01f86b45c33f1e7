package org.seccatalogue.workbook.annotate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.annotate;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.comments;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.ofSheet;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.rows;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.wrong;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.workbook.OpenFiles;
import org.seccatalogue.workbook.RecognisedFile;

@NullUnmarked
class XlsxAnnotationTest {

  private static final String DATA = "Code's \"data\" & <more>";
  private static final Finding NO_NUMBER = wrong(DATA, 2, 1, "12O", "a whole number");
  private static final Finding NO_CODE = wrong(DATA, 2, 2, "=x", "one of A, B");

  @TempDir Path folder;
  private Path file;
  private Path marked;

  @BeforeEach
  void makeFile() throws IOException {
    file = folder.resolve("full.xlsx");
    marked = folder.resolve("marked.xlsx");
    try (XSSFWorkbook workbook = full();
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  /// A workbook with all that a change could break.
  private static XSSFWorkbook full() {
    XSSFWorkbook workbook = new XSSFWorkbook();
    XSSFSheet sheet = workbook.createSheet(DATA);
    for (int row = 0; row < 4; row++) {
      sheet.createRow(row);
      for (int column = 0; column < 4; column++) {
        XSSFCell cell = sheet.getRow(row).createCell(column);
        cell.setCellValue("cell " + row + "." + column);
      }
    }
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    comment(workbook, drawing, sheet.getRow(1).getCell(2), "Ann", "Ask the supplier");
    comment(workbook, drawing, sheet.getRow(3).getCell(3), "Code", "Last");
    int picture = workbook.addPicture(new byte[] {1, 2, 3}, XSSFWorkbook.PICTURE_TYPE_PNG);
    drawing.createPicture(drawing.createAnchor(0, 0, 0, 0, 5, 5, 7, 9), picture);
    Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
    link.setAddress("https://example.org/");
    sheet.getRow(0).getCell(0).setHyperlink(link);
    DataValidationHelper validations = sheet.getDataValidationHelper();
    sheet.addValidationData(
        validations.createValidation(
            validations.createExplicitListConstraint(new String[] {"A", "B"}),
            new CellRangeAddressList(1, 9, 2, 2)));
    sheet
        .getSheetConditionalFormatting()
        .addConditionalFormatting(
            new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A9")},
            sheet.getSheetConditionalFormatting().createConditionalFormattingRule("A1>2"));
    sheet.addMergedRegion(CellRangeAddress.valueOf("A3:B4"));
    XSSFSheet other = workbook.createSheet("Findings");
    other.createRow(0).createCell(0).setCellValue("these are mine");
    workbook.createName().setNameName("mine");
    workbook.getName("mine").setRefersToFormula("'Findings'!$A$1");
    return workbook;
  }

  private static void comment(
      XSSFWorkbook workbook, XSSFDrawing drawing, XSSFCell cell, String author, String text) {
    ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 4, 1, 6, 4);
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(workbook.getCreationHelper().createRichTextString(text));
    comment.setAuthor(author);
    cell.setCellComment(comment);
  }

  @Test
  void eachCellWithFindingsHasACommentAndThoseOfOthersStay() throws IOException {
    Annotation.Made made =
        annotate(
            file,
            marked,
            NO_NUMBER,
            NO_CODE,
            wrong(DATA, 2, 1, "12O", "at most 9"),
            wrong(DATA, 4, 1, "in a merged cell", "none"),
            wrong("Findings", 9, 30, null, "a value"));

    assertThat(made)
        .isEqualTo(new Annotation.Made(new AnnotatedForm.OwnFile(), RecognisedFile.Format.XLSX));
    String ours = FindingNotes.AUTHOR;
    assertThat(comments(marked))
        .containsExactly(
            DATA
                + "!A3 "
                + ours
                + ": "
                + ours
                + ", error: Found “in a merged cell”, expected none.",
            DATA
                + "!B2 "
                + ours
                + ": "
                + ours
                + ", error: Found “12O”, expected a whole number.\n"
                + ours
                + ", error: Found “12O”, expected at most 9.",
            DATA
                + "!C2 Ann: Ask the supplier\n"
                + ours
                + ", error: Found “=x”, expected one of A, B.",
            DATA + "!D4 Code: Last",
            "Findings!AE9 " + ours + ": " + ours + ", error: Expected a value.");
  }

  @Test
  void theSheetListsAllAndLeadsToTheCells() throws IOException {
    annotate(file, marked, NO_NUMBER, NO_CODE, ofSheet("Gone", "a hidden sheet", "a sheet"));

    assertThat(rows(marked, "Findings 2"))
        .containsExactly(
            "SEC Part C catalogue: findings",
            "full.xlsx: 2 errors and 1 warning",
            "Correct the cells and import the workbook again. This sheet is not read then.",
            "",
            "Severity|Sheet|Cell|Found|Expected",
            "Error|" + DATA + "|B2 -> 'Code''s \"data\" & <more>'!B2|12O|a whole number",
            "Error|" + DATA + "|C2 -> 'Code''s \"data\" & <more>'!C2|=x|one of A, B",
            "Warning|Gone|a hidden sheet|a sheet");
  }

  @Test
  void whatIsNotTouchedIsTheSameByteForByte() throws IOException {
    annotate(file, marked, NO_NUMBER);
    Map<String, byte[]> before = OpenFiles.unzipped(Files.readAllBytes(file));
    Map<String, byte[]> after = OpenFiles.unzipped(Files.readAllBytes(marked));

    Map<String, byte[]> changed = new LinkedHashMap<>(after);
    changed
        .entrySet()
        .removeIf(part -> java.util.Arrays.equals(part.getValue(), before.get(part.getKey())));
    assertThat(changed.keySet())
        .containsExactlyInAnyOrder(
            "[Content_Types].xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing0.vml",
            "xl/worksheets/sheet3.xml")
        .doesNotContain("xl/worksheets/sheet1.xml");
    assertThat(after.keySet()).containsAll(before.keySet());
  }

  @Test
  void aSecondRoundReplacesTheFirst() throws IOException {
    Path again = folder.resolve("again.xlsx");
    annotate(file, marked, NO_NUMBER, NO_CODE, wrong(DATA, 4, 3, "x", "y"));

    annotate(marked, again, wrong(DATA, 2, 2, "C", "one of A, B"));

    String ours = FindingNotes.AUTHOR;
    assertThat(comments(again))
        .containsExactly(
            DATA
                + "!C2 Ann: Ask the supplier\n"
                + ours
                + ", error: Found “C”, expected one of A, B.",
            DATA + "!D4 Code: Last");
    assertThat(rows(again, "Findings 2").subList(5, 6))
        .containsExactly("Error|" + DATA + "|C2 -> 'Code''s \"data\" & <more>'!C2|C|one of A, B");
    assertThat(names(again)).containsExactly(DATA, "Findings", "Findings 2");
    assertThat(text(again, "xl/drawings/vmlDrawing0.vml").split("<v:shape ", -1)).hasSize(3);
  }

  @Test
  void theListIsNotReadAgain() throws IOException {
    annotate(file, marked, NO_NUMBER);

    assertThat(OpenFiles.rows(marked)).isEqualTo(OpenFiles.rows(file));
  }

  @Test
  void titlesOfSheetsThatWouldBeWrongAreTakenOut() throws IOException {
    Map<String, byte[]> parts = OpenFiles.unzipped(Files.readAllBytes(file));
    String properties =
        "<Properties xmlns:vt=\"urn:vt\"><Application>é</Application>%s<Company/></Properties>";
    String titles =
        "<HeadingPairs><vt:vector/></HeadingPairs><TitlesOfParts><vt:vector/></TitlesOfParts>";
    parts.put("docProps/app.xml", properties.formatted(titles).getBytes(UTF_8));
    Files.write(file, OpenFiles.zipped(parts));

    annotate(file, marked, NO_NUMBER);

    assertThat(text(marked, "docProps/app.xml")).isEqualTo(properties.formatted(""));
  }

  @Test
  void macrosStayAndAreTheSame() throws IOException {
    Map<String, byte[]> parts = OpenFiles.unzipped(Files.readAllBytes(file));
    byte[] macros = {(byte) 0xd0, (byte) 0xcf, 0, 7, 7, 7};
    parts.put("xl/vbaProject.bin", macros);
    parts.compute(
        "[Content_Types].xml",
        (_, types) ->
            new String(types, UTF_8)
                .replace(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .replace(
                    "</Types>",
                    "<Override PartName=\"/xl/vbaProject.bin\""
                        + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")
                .getBytes(UTF_8));
    Path withMacros = Files.write(folder.resolve("full.xlsm"), OpenFiles.zipped(parts));

    Annotation.Made made = annotate(withMacros, marked, NO_NUMBER);

    assertThat(made.format()).isEqualTo(RecognisedFile.Format.XLSM);
    Map<String, byte[]> after = OpenFiles.unzipped(Files.readAllBytes(marked));
    assertThat(after.get("xl/vbaProject.bin")).isEqualTo(macros);
    assertThat(new String(after.get("[Content_Types].xml"), UTF_8)).contains("macroEnabled");
  }

  @Test
  void allThatTheSheetHasSurvives() throws IOException {
    annotate(file, marked, NO_NUMBER, wrong("Findings", 1, 0, "x", "y"));

    try (InputStream in = Files.newInputStream(marked);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      XSSFSheet sheet = workbook.getSheet(DATA);
      assertThat(sheet.getHyperlink(0, 0).getAddress()).isEqualTo("https://example.org/");
      assertThat(sheet.getDrawingPatriarch().getShapes()).hasSize(1);
      assertThat(sheet.getDataValidations()).hasSize(1);
      assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings()).isOne();
      assertThat(sheet.getMergedRegions()).hasSize(1);
      assertThat(workbook.getName("mine").getRefersToFormula()).isEqualTo("'Findings'!$A$1");
    }
  }

  @Test
  void aThreadOfCommentsStaysAsItIs() throws IOException {
    Map<String, byte[]> parts = OpenFiles.unzipped(Files.readAllBytes(file));
    change(parts, "xl/comments1.xml", ">Ann<", ">tc={0C1B6F52-0000-4000-8000-000000000000}<");
    parts.put("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>".getBytes(UTF_8));
    Path threaded = Files.write(folder.resolve("threaded.xlsx"), OpenFiles.zipped(parts));

    annotate(threaded, marked, NO_CODE);

    assertThat(comments(marked))
        .containsExactly(
            DATA + "!C2 tc={0C1B6F52-0000-4000-8000-000000000000}: Ask the supplier",
            DATA + "!D4 Code: Last");
    assertThat(text(marked, "xl/threadedComments/threadedComment1.xml"))
        .isEqualTo("<ThreadedComments/>");
    assertThat(rows(marked, "Findings 2")).hasSize(6);
  }

  @Test
  void whatSomebodyAddedToOurCommentStays() throws IOException {
    Path answered = folder.resolve("answered.xlsx");
    annotate(file, marked, NO_NUMBER);
    Map<String, byte[]> parts = OpenFiles.unzipped(Files.readAllBytes(marked));
    change(parts, "xl/comments1.xml", "expected a whole number.", "expected a whole number.\nWhy?");
    Files.write(marked, OpenFiles.zipped(parts));

    annotate(marked, answered, NO_CODE);

    assertThat(comments(answered))
        .contains(DATA + "!B2 " + FindingNotes.AUTHOR + ": \nWhy?")
        .hasSize(3);
  }

  @Test
  void prefixesOfAnyKindAreUnderstood() throws IOException {
    Map<String, String> parts = OpenFiles.xlsx("<sheetData/>");
    parts.replaceAll((name, text) -> name.startsWith("xl/w") ? prefixed(text) : text);
    parts.put(
        "[Content_Types].xml",
        parts
            .get("[Content_Types].xml")
            .replace("xmlns=", "xmlns:t=")
            .replaceAll("<(/?)(Types|Default|Override)", "<$1t:$2"));
    Path odd = Files.write(folder.resolve("odd.xlsx"), OpenFiles.zip(parts));

    annotate(odd, marked, wrong("Data", 1, 0, "x", "y"));

    String ours = FindingNotes.AUTHOR;
    assertThat(comments(marked))
        .containsExactly("Data!A1 " + ours + ": " + ours + ", error: Found “x”, expected y.");
    assertThat(rows(marked, "Findings").getLast()).isEqualTo("Error|Data|A1 -> 'Data'!A1|x|y");
  }

  private static String prefixed(String text) {
    return text.replace("xmlns=", "xmlns:q=")
        .replaceAll("<(/?)(workbook|sheets|sheet|worksheet|sheetData)(?=[ />])", "<$1q:$2");
  }

  @Test
  void whatCannotBeAnnotatedComesBackAsAList() throws IOException {
    Map<String, String> strict = OpenFiles.xlsx("<sheetData/>");
    strict.replaceAll(
        (_, text) ->
            text.replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main"));
    Map<String, String> signed = OpenFiles.xlsx("<sheetData/>");
    signed.put("_xmlsignatures/sig1.xml", "<Signature/>");
    Map<String, Map<String, String>> all = new HashMap<>();
    all.put(
        "it is written in the strict form of its format, in which programs do not agree on"
            + " comments",
        strict);
    all.put("it is signed, and a change would break the signature", signed);

    for (Map.Entry<String, Map<String, String>> one : all.entrySet()) {
      Path refused = Files.write(folder.resolve("refused.xlsx"), OpenFiles.zip(one.getValue()));
      AnnotatedForm form = new AnnotatedForm.ListAlone(one.getKey());
      assertThat(Annotation.form(refused, OpenFiles.LIMITS)).isEqualTo(form);
      assertThat(annotate(refused, marked, wrong("Data", 1, 0, "x", "y")).form()).isEqualTo(form);
      assertThat(names(marked)).containsExactly("Findings");
      assertThat(rows(marked, "Findings"))
          .contains(
              "Comments cannot be put into your workbook, because "
                  + one.getKey()
                  + ". Correct the cells there and import it again.",
              "Error|Data|A1|x|y");
    }
  }

  private static void change(Map<String, byte[]> parts, String part, String from, String to) {
    String text = new String(parts.get(part), UTF_8);
    assertThat(text).contains(from);
    parts.put(part, text.replace(from, to).getBytes(UTF_8));
  }

  private static String text(Path file, String part) throws IOException {
    return new String(OpenFiles.unzipped(Files.readAllBytes(file)).get(part), UTF_8);
  }

  private static Set<String> names(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      Set<String> names = new java.util.LinkedHashSet<>();
      workbook.forEach(sheet -> names.add(sheet.getSheetName()));
      return names;
    }
  }

  @Test
  void aNameIsNotMadeLongerEachTime() {
    assertThat(
            List.of(
                Annotation.fileName("a.b.xlsm", RecognisedFile.Format.XLSM),
                Annotation.fileName("a with findings (2).xlsx", RecognisedFile.Format.XLSX),
                Annotation.fileName("list.csv", RecognisedFile.Format.XLSX)))
        .containsExactly(
            "a.b with findings.xlsm", "a with findings.xlsx", "list with findings.xlsx");
  }
}
