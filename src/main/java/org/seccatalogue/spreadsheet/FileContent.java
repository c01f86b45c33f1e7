package org.seccatalogue.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Recognises a file by its content. Of what is no workbook, or one that is not read, it says what
/// it is and what to do.
final class FileContent {

  private static final int HEAD = 4096;
  private static final String ANY =
      "an Excel workbook (.xlsx, .xlsm, .xls), an OpenDocument spreadsheet (.ods) or a CSV file";
  private static final String SAVE_AS_XLSX =
      "a workbook: open it in its program, save it as .xlsx and send that";

  /// How files begin that are no workbooks, in hexadecimal.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("255044462d", "a PDF document"),
          Map.entry("1f8b", "a file packed with gzip"),
          Map.entry("377abcaf271c", "a 7-Zip archive"),
          Map.entry("526172211a07", "a RAR archive"),
          Map.entry("504b0506", "an empty zip archive"),
          Map.entry("504b0708", "a part of a divided zip archive"),
          Map.entry("89504e470d0a1a0a", "a PNG picture"),
          Map.entry("ffd8ff", "a JPEG picture"),
          Map.entry("47494638", "a GIF picture"),
          Map.entry("7b5c727466", "an RTF document"),
          Map.entry("7f454c46", "a program"),
          Map.entry("4d5a9000", "a program"));

  private FileContent() {}

  static Workbook open(String fileName, Path file, Workbook.Limits limits, ReadingChoices choices)
      throws IOException {
    long bytes = Files.size(file);
    if (bytes > limits.bytes()) {
      throw NotAWorkbook.tooLarge(
          "a file of " + bytes + " bytes",
          "at most " + limits.bytes() + " bytes (catalogue.import.bytes)");
    }
    byte[] head = head(file);
    String hex = java.util.HexFormat.of().formatHex(head, 0, Math.min(8, head.length));
    if (head.length == 0) {
      throw NotAWorkbook.because("an empty file", ANY);
    }
    if (hex.equals("d0cf11e0a1b11ae1")) {
      return XlsWorkbook.open(file, limits);
    }
    if (hex.startsWith("504b0304")) {
      return zipped(ZipParts.open(file, limits), limits);
    }
    refuseOthers(hex, head);
    return CsvWorkbook.open(fileName, file, limits, choices);
  }

  /// What a file that was read before is, told from its beginning. Excel workbooks with and without
  /// macros are not told apart.
  static RecognisedFile.Format format(Path file, Workbook.Limits limits) throws IOException {
    String hex = java.util.HexFormat.of().formatHex(head(file));
    if (hex.startsWith("d0cf11e0a1b11ae1")) {
      return RecognisedFile.Format.XLS;
    }
    if (!hex.startsWith("504b0304")) {
      return RecognisedFile.Format.CSV;
    }
    try (ZipParts zip = ZipParts.open(file, limits)) {
      return zip.has("content.xml") && zip.has("mimetype")
          ? RecognisedFile.Format.ODS
          : RecognisedFile.Format.XLSX;
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static Workbook zipped(ZipParts zip, Workbook.Limits limits) throws IOException {
    if (zip.has("content.xml") && zip.has("mimetype")) {
      return OdsWorkbook.open(zip, limits);
    }
    if (zip.has("[Content_Types].xml") && zip.has("xl/workbook.bin")) {
      zip.close();
      throw binaryWorkbook();
    }
    boolean workbook =
        zip.has("[Content_Types].xml")
            && zip.names().stream().noneMatch(name -> name.matches("(word|ppt|visio)/.*"));
    if (!workbook) {
      String what = named(zip);
      zip.close();
      throw NotAWorkbook.because(what, ANY);
    }
    return XlsxWorkbook.open(zip, limits);
  }

  private static String named(ZipParts zip) {
    if (zip.has("word/document.xml")) {
      return "a Word document";
    }
    if (zip.has("ppt/presentation.xml")) {
      return "a PowerPoint presentation";
    }
    return zip.names().stream().anyMatch(name -> name.endsWith(".xlsx"))
        ? "a zip archive with workbooks in it, which are not looked for there"
        : "a zip archive of other files";
  }

  static NotAWorkbook binaryWorkbook() {
    return NotAWorkbook.because("a binary Excel workbook (.xlsb)", SAVE_AS_XLSX);
  }

  private static void refuseOthers(String hex, byte[] head) {
    OTHERS.forEach(
        (start, what) -> {
          if (hex.startsWith(start)) {
            throw NotAWorkbook.because(what, ANY);
          }
        });
    if (hex.matches("09(00|02|04)(04|06)00.*")) {
      throw NotAWorkbook.because("a workbook of Excel 4 or older", SAVE_AS_XLSX);
    }
    refuseMarkup(
        new String(head, StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .replaceFirst("^(ï»¿|ÿþ|þÿ)", "")
            .strip()
            .toLowerCase(Locale.ROOT));
  }

  private static void refuseMarkup(String text) {
    boolean xml = text.startsWith("<?xml");
    if (text.matches("(?s)<(!doctype html|html|table|head|meta).*")
        || (xml && text.contains("<html"))) {
      throw NotAWorkbook.because("a web page (HTML), whatever its name ends in", SAVE_AS_XLSX);
    }
    if (text.startsWith("mime-version:")) {
      throw NotAWorkbook.because("a web archive (MHTML), whatever its name ends in", SAVE_AS_XLSX);
    }
    if (xml && text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw NotAWorkbook.because("an Excel 2003 XML table", SAVE_AS_XLSX);
    }
    if (xml && text.contains("urn:oasis:names:tc:opendocument")) {
      throw NotAWorkbook.because("a flat OpenDocument file", SAVE_AS_XLSX);
    }
    if (xml) {
      throw NotAWorkbook.because("an XML file", ANY);
    }
    if (text.startsWith("id;p")) {
      throw NotAWorkbook.because("a SYLK table", SAVE_AS_XLSX);
    }
  }

  static void checkSheets(int count, Workbook.Limits limits) {
    if (count > limits.sheets()) {
      throw NotAWorkbook.tooLarge(
          "a workbook with more sheets",
          "at most " + limits.sheets() + " sheets (catalogue.import.sheets)");
    }
  }
}
