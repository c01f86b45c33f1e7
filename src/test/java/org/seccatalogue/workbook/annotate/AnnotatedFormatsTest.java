package org.seccatalogue.workbook.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.annotate;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.comments;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.rows;
import static org.seccatalogue.workbook.annotate.AnnotatedFiles.wrong;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.workbook.OpenDocument;
import org.seccatalogue.workbook.OpenFiles;
import org.seccatalogue.workbook.RecognisedFile;

/// The files that are no Excel workbooks of today.
@NullUnmarked
class AnnotatedFormatsTest {

  private static final String OURS = FindingNotes.AUTHOR;

  @TempDir Path folder;

  @Test
  void anOldExcelWorkbookIsMarkedAndItsOwnCommentsStay() throws IOException {
    Path file = folder.resolve("old.xls");
    Path marked = folder.resolve("marked.xls");
    Path again = folder.resolve("again.xls");
    oldWorkbook(file);

    Annotation.Made made =
        annotate(
            file, marked, wrong("Data", 2, 0, "x", "a number"), wrong("Data", 3, 1, null, "it"));
    assertThat(made)
        .isEqualTo(new Annotation.Made(new AnnotatedForm.OwnFile(), RecognisedFile.Format.XLS));
    assertThat(comments(marked))
        .containsExactly(
            "Data!A2 Ann: Mine\n" + OURS + ", error: Found “x”, expected a number.",
            "Data!B3 " + OURS + ": " + OURS + ", error: Expected it.");
    assertThat(rows(marked, "Findings"))
        .containsExactly(
            "SEC Part C catalogue: findings",
            "old.xls: 2 errors and 0 warnings",
            "Correct the cells and import the workbook again. This sheet is not read then.",
            "",
            "Severity|Sheet|Cell|Found|Expected",
            "Error|Data|A2 -> 'Data'!A2|x|a number",
            "Error|Data|B3 -> 'Data'!B3||it");
    assertThat(OpenFiles.rows(marked)).isEqualTo(OpenFiles.rows(file));

    annotate(marked, again, wrong("Data", 2, 0, "y", "a number"));
    assertThat(comments(again))
        .containsExactly("Data!A2 Ann: Mine\n" + OURS + ", error: Found “y”, expected a number.");
    assertThat(rows(again, "Findings")).hasSize(6);
  }

  private static void oldWorkbook(Path file) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      HSSFSheet sheet = workbook.createSheet("Data");
      for (int i = 0; i < 3; i++) {
        sheet.createRow(i).createCell(0).setCellValue("value " + i);
      }
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat((short) 14);
      sheet.getRow(0).getCell(0).setCellStyle(style);
      var drawing = sheet.createDrawingPatriarch();
      HSSFComment comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 2, 2, 4, 5));
      comment.setAuthor("Ann");
      comment.setString(new HSSFRichTextString("Mine"));
      sheet.getRow(1).getCell(0).setCellComment(comment);
      workbook.write(out);
    }
  }

  @Test
  void aTextFileBecomesAWorkbookWithItsRows() throws IOException {
    Path file = folder.resolve("a list: of [things] that has a long name.csv");
    Files.writeString(file, "Title;Number\n\nfirst;=1+1\nsecond;007\n");
    Path marked = folder.resolve("marked.xlsx");
    String sheet = "a list: of [things] that has a long name";
    String copy = "a list  of  things  that has a ";

    Annotation.Made made = annotate(file, marked, wrong(sheet, 4, 1, "007", "one"));

    assertThat(made)
        .isEqualTo(new Annotation.Made(new AnnotatedForm.CopyOfRows(), RecognisedFile.Format.XLSX));
    assertThat(comments(marked))
        .containsExactly(
            copy + "!B4 " + OURS + ": " + OURS + ", error: Found “007”, expected one.");
    assertThat(rows(marked, "Findings").getLast())
        .isEqualTo("Error|" + copy + "|B4 -> '" + copy + "'!B4|007|one");
    assertThat(OpenFiles.rows(marked))
        .containsExactly(
            copy + "!1: Title|Number", copy + "!3: first|=1+1", copy + "!4: second|007");
  }

  @Test
  void anOpenDocumentSpreadsheetIsMarkedAndItsOwnCommentsStay() throws IOException {
    Path file = folder.resolve("test.ods");
    Path marked = folder.resolve("marked.ods");
    Path again = folder.resolve("again.ods");
    Files.write(file, OpenDocument.of());

    Annotation.Made made =
        annotate(
            file,
            marked,
            wrong("Data", 3, 1, "same", "another"),
            wrong("Data", 5, 0, "Mine", "<yours>"),
            wrong("Data", 1, 4, null, "a header"),
            wrong("Da'ta 2", 1, 0, "x", "y"));

    assertThat(made)
        .isEqualTo(new Annotation.Made(new AnnotatedForm.OwnFile(), RecognisedFile.Format.ODS));
    assertThat(OpenDocument.comments(marked))
        .containsExactly(
            "[" + OURS + ", error: Expected a header.]",
            "[" + OURS + ", error: Found “same”, expected another.]",
            "[Mine, " + OURS + ", error: Found “Mine”, expected <yours>.]",
            "[" + OURS + ", error: Found “x”, expected y.]");
    assertThat(OpenFiles.rows(marked)).isEqualTo(OpenFiles.rows(file));
    assertThat(OpenDocument.list(marked))
        .containsExactly(
            "SEC Part C catalogue: findings",
            "test.ods: 4 errors and 0 warnings",
            "Correct the cells and import the workbook again. This sheet is not read then.",
            "",
            "Severity|Sheet|Cell|Found|Expected",
            "Error|Data|B3 -> #'Data'.B3|same|another",
            "Error|Data|A5 -> #'Data'.A5|Mine|<yours>",
            "Error|Data|E1 -> #'Data'.E1||a header",
            "Error|Da'ta 2|A1 -> #'Da''ta 2'.A1|x|y");
    assertThat(OpenDocument.parts(marked)).isEqualTo(OpenDocument.parts(file));

    annotate(marked, again, wrong("Data", 2, 0, "same", "another"));
    assertThat(OpenDocument.comments(again))
        .containsExactly("[" + OURS + ", error: Found “same”, expected another.]", "[Mine]");
    assertThat(OpenFiles.rows(again)).isEqualTo(OpenFiles.rows(file));
    assertThat(OpenDocument.list(again))
        .hasSize(6)
        .endsWith("Error|Data|A2 -> #'Data'.A2|same|another");
  }

  @Test
  void aSignedOpenDocumentSpreadsheetComesBackAsTheListAlone() throws IOException {
    Path file = folder.resolve("signed.ods");
    Map<String, String> parts = OpenFiles.ods("<table:table table:name=\"Data\"/>");
    parts.put("META-INF/documentsignatures.xml", "<x/>");
    Files.write(file, OpenFiles.zip(parts));

    assertThat(annotate(file, folder.resolve("marked.xlsx"), wrong("Data", 1, 0, "x", "y")))
        .isEqualTo(
            new Annotation.Made(
                new AnnotatedForm.ListAlone("it is signed, and a change would break the signature"),
                RecognisedFile.Format.XLSX));
  }
}
