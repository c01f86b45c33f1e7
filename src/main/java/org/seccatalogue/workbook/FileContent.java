package org.seccatalogue.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Says of a file that is no workbook, or one that is not read, what it is and what to do.
public final class FileContent {

  private static final String CONTAINER = "d0cf11e0a1b11ae1";
  private static final String ANY =
      "an Excel workbook (.xlsx, .xlsm, .xls), an OpenDocument spreadsheet (.ods) or a CSV file";
  private static final String SAVE_AS_XLSX =
      "a workbook: open it in its program, save it as .xlsx and send the new file";

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

  static void checkSize(Path file, Workbook.Limits limits) throws IOException {
    long bytes = Files.size(file);
    if (bytes > limits.bytes()) {
      throw NotAWorkbook.tooLarge(
          "a file of " + bytes + " bytes",
          "at most " + limits.bytes() + " bytes (catalogue.import.bytes)");
    }
  }

  /// Whether a file may be text with separators: it is not known to be anything else.
  public static boolean mayBeText(FileStart file) {
    return file.zip() == null && !file.hex().startsWith(CONTAINER) && other(file).isEmpty();
  }

  /// Why a file that is in none of the formats is not read.
  static NotAWorkbook refusal(FileStart file) {
    ZipParts zip = file.zip();
    if (zip == null) {
      return other(file).orElseThrow();
    }
    return file.has("[Content_Types].xml") && file.has("xl/workbook.bin")
        ? binaryWorkbook()
        : NotAWorkbook.because(named(zip), ANY);
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

  public static NotAWorkbook binaryWorkbook() {
    return NotAWorkbook.because("a binary Excel workbook (.xlsb)", SAVE_AS_XLSX);
  }

  private static Optional<NotAWorkbook> other(FileStart file) {
    String hex = file.hex();
    if (hex.isEmpty()) {
      return Optional.of(NotAWorkbook.because("an empty file", ANY));
    }
    Optional<String> known =
        OTHERS.entrySet().stream()
            .filter(other -> hex.startsWith(other.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (known.isPresent()) {
      return known.map(what -> NotAWorkbook.because(what, ANY));
    }
    if (hex.matches("09(00|02|04)(04|06)00.*")) {
      return Optional.of(NotAWorkbook.because("a workbook of Excel 4 or older", SAVE_AS_XLSX));
    }
    return markup(
        file.text()
            .replace("\0", "")
            .replaceFirst("^(ï»¿|ÿþ|þÿ)", "")
            .strip()
            .toLowerCase(Locale.ROOT));
  }

  private static Optional<NotAWorkbook> markup(String text) {
    boolean xml = text.startsWith("<?xml");
    if (text.matches("(?s)<(!doctype html|html|table|head|meta).*")
        || (xml && text.contains("<html"))) {
      return notReadAs("a web page (HTML), whatever its name ends in");
    }
    if (text.startsWith("mime-version:")) {
      return notReadAs("a web archive (MHTML), whatever its name ends in");
    }
    if (xml && text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return notReadAs("an Excel 2003 XML table");
    }
    if (xml && text.contains("urn:oasis:names:tc:opendocument")) {
      return notReadAs("a flat OpenDocument file");
    }
    if (xml) {
      return Optional.of(NotAWorkbook.because("an XML file", ANY));
    }
    return text.startsWith("id;p") ? notReadAs("a SYLK table") : Optional.empty();
  }

  private static Optional<NotAWorkbook> notReadAs(String what) {
    return Optional.of(NotAWorkbook.because(what, SAVE_AS_XLSX));
  }

  public static void checkSheets(int count, Workbook.Limits limits) {
    if (count > limits.sheets()) {
      throw NotAWorkbook.tooLarge(
          "a workbook with more sheets",
          "at most " + limits.sheets() + " sheets (catalogue.import.sheets)");
    }
  }
}
