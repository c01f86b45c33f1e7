package org.seccatalogue.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file is what its content says, whatever it is called.
@NullUnmarked
class FileContentTest {

  private static final String ANY =
      "an Excel workbook (.xlsx, .xlsm, .xls), an OpenDocument spreadsheet (.ods) or a CSV file";
  private static final String NO_PASSWORD =
      "UNREADABLE_FILE a workbook that is protected by a password; one without: open it, remove"
          + " the password (in Excel under File, Info, Protect Workbook) and send the new file";
  private static final String SAVE_AS_XLSX =
      "a workbook: open it in its program, save it as .xlsx and send the new file";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.4 x | a PDF document",
        "{\\rtf1 x | an RTF document",
        "<?xml version='1.0'?><a/> | an XML file",
      })
  void whatIsNoWorkbookIsNamed(String content, String what) {
    assertThat(answer(content)).isEqualTo("UNREADABLE_FILE " + what + "; " + ANY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><table><tr><td>1 | a web page (HTML), whatever its name ends in",
        "<!DOCTYPE html> <p> | a web page (HTML), whatever its name ends in",
        "MIME-Version: 1.0 | a web archive (MHTML), whatever its name ends in",
        "ID;PWXL;N;E | a SYLK table",
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>"
            + " | an Excel 2003 XML table",
      })
  void whatMayBeSavedOtherwiseIsNamedToo(String content, String what) {
    assertThat(answer(content)).isEqualTo("UNREADABLE_FILE " + what + "; " + SAVE_AS_XLSX);
  }

  @Test
  void archivesAreToldApart() {
    assertThat(answer(OpenFiles.zip(Map.of("a.txt", "x"))))
        .isEqualTo("UNREADABLE_FILE a zip archive of other files; " + ANY);
    assertThat(answer(OpenFiles.zip(Map.of("in/a.xlsx", "x"))))
        .isEqualTo(
            "UNREADABLE_FILE a zip archive with workbooks in it, which are not looked for there; "
                + ANY);
    assertThat(answer(OpenFiles.zip(Map.of("[Content_Types].xml", "x", "word/document.xml", ""))))
        .isEqualTo("UNREADABLE_FILE a Word document; " + ANY);
    assertThat(
            answer(
                OpenFiles.zip(
                    Map.of(
                        "content.xml",
                        "<a/>",
                        "mimetype",
                        "application/vnd.oasis.opendocument.text"))))
        .isEqualTo("UNREADABLE_FILE an OpenDocument file that is no spreadsheet; " + ANY);
    assertThat(answer(OpenFiles.zip(Map.of("[Content_Types].xml", "x", "xl/workbook.bin", ""))))
        .isEqualTo("UNREADABLE_FILE a binary Excel workbook (.xlsb); " + SAVE_AS_XLSX);
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertThat(answer("")).isEqualTo("UNREADABLE_FILE an empty file; " + ANY);
  }

  @Test
  void binaryDataIsNoText() {
    assertThat(answer(new byte[] {1, 2, 3, 0, 0, 9, 0, 1, 2, 3}))
        .isEqualTo("UNREADABLE_FILE binary data of an unknown kind; " + ANY);
  }

  @Test
  void aPasswordIsAskedToBeTakenAway() throws Exception {
    ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(files)) {
        out.write(OpenFiles.zip(OpenFiles.xlsx("<sheetData/>")));
      }
      files.writeFilesystem(xlsx);
    }
    assertThat(answer(xlsx.toByteArray())).isEqualTo(NO_PASSWORD);

    ByteArrayOutputStream xls = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("Data").createRow(0).createCell(0).setCellValue("x");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      book.write(xls);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(answer(xls.toByteArray())).isEqualTo(NO_PASSWORD);

    Map<String, String> ods = OpenFiles.ods("");
    ods.put(
        "META-INF/manifest.xml",
        "<m:manifest"
            + " xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>");
    assertThat(answer(OpenFiles.zip(ods))).isEqualTo(NO_PASSWORD);
  }

  @Test
  void theNameOfAFileDoesNotMatter() throws IOException {
    Path file =
        OpenFiles.file(
            folder,
            OpenFiles.zip(OpenFiles.xlsx("<sheetData><row><c><v>7</v></c></row></sheetData>")));
    try (Workbook workbook = WorkbookFormats.open("list.csv", file, OpenFiles.LIMITS)) {
      assertThat(workbook.recognised().format()).isEqualTo(RecognisedFile.Format.XLSX);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        // encoding, mark, content, recognised, second row
        "UTF-8        ! N ! a,b,c\\n1,Grüße,3            ! UTF-8 , \"        ! 1|Grüße|3",
        "UTF-8        ! Y ! a,b,c\\n1,Grüße,3            ! UTF-8 , \"        ! 1|Grüße|3",
        "UTF-16LE     ! Y ! a;b\\n1;Grüße               ! UTF-16LE ; \"     ! 1|Grüße",
        "UTF-16BE     ! Y ! a;b\\n1;Grüße               ! UTF-16BE ; \"     ! 1|Grüße",
        "UTF-16LE     ! N ! a;b\\n1;Gruss               ! UTF-16LE ; \"     ! 1|Gruss",
        "windows-1252 ! N ! a;b\\n1;“Grüße” 5 €         ! windows-1252 ; \" ! 1|“Grüße” 5 €",
        "UTF-8        ! N ! a;b\\n\"x;y\";\"1,5, 2,5\"  ! UTF-8 ; \"        ! x;y|1,5, 2,5",
        "UTF-8        ! N ! a\\tb\\n1, 2, 3\\tx         ! UTF-8 \\t \"      ! 1, 2, 3|x",
        "UTF-8        ! N ! a|b\\n1|x                   ! UTF-8 | \"        ! 1|x",
        "UTF-8        ! N ! 'a','b'\\n'x, y','z'        ! UTF-8 , '         ! x, y|z",
        "UTF-8        ! N ! sep=;\\na;b                 ! UTF-8 ; \"        ! a|b",
        "UTF-8        ! N ! a,b\\n\"5\"\" pipe\",2      ! UTF-8 , \"        ! 5\" pipe|2",
        "UTF-8        ! N ! one column\\nonly, really   ! UTF-8 , \"        ! only| really",
      })
  void textFilesAreReadAsTheyAreWritten(
      String encoding, String marked, String content, String recognised, String second)
      throws IOException {
    String text = content.replace("\\n", "\n").replace("\\t", "\t");
    Charset charset = Charset.forName(encoding);
    Path file =
        OpenFiles.file(folder, (marked.equals("Y") ? "\uFEFF" + text : text).getBytes(charset));

    try (Workbook workbook = WorkbookFormats.open("list.csv", file, OpenFiles.LIMITS)) {
      RecognisedFile found = workbook.recognised();
      assertThat(found.encoding() + " " + found.separator() + " " + found.quote())
          .isEqualTo(recognised.replace("\\t", "\t"));
    }
    assertThat(OpenFiles.rows(file))
        .element(text.startsWith("sep") ? 0 : 1)
        .asString()
        .isEqualTo("test!2: " + second);
  }

  @Test
  void whatIsRecognisedCanBeChosenOtherwise() throws IOException {
    Path file = OpenFiles.file(folder, "a;b,c\nü;1,2".getBytes(StandardCharsets.UTF_8));
    ReadingChoices choices =
        new ReadingChoices(
            false, true, true, ReadingChoices.Merged.EACH_ROW, "windows-1252", ';', null);

    assertThat(OpenFiles.rows(file, choices)).isEqualTo(List.of("test!1: a|b,c", "test!2: Ã¼|1,2"));
    assertThat(
            OpenFiles.answer(
                OpenFiles.file(
                    folder,
                    new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', ',', (byte) 0xFC})))
        .isEqualTo(
            "UNREADABLE_FILE text that is not in UTF-8; the encoding in which it was written;"
                + " choose another, or save it as UTF-8");
  }

  @Test
  void aCellThatIsNotClosedIsFoundByItsRow() {
    assertThat(answer("a,b\n1,2\n\"x,3\n4,5\n"))
        .startsWith("UNREADABLE_FILE a CSV file whose row 3 is not as CSV is written; ");
  }

  private String answer(String content) {
    return answer(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String answer(byte[] content) {
    return OpenFiles.answer(OpenFiles.file(folder, content));
  }
}
