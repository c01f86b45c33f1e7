package org.seccatalogue.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.seccatalogue.finding.Finding;

/// Makes files for tests, and reads them as an import does.
public final class OpenFiles {

  public static final Workbook.Limits LIMITS =
      new Workbook.Limits(
          100_000, 1000, 200_000, 20, 100_000, 1000, 50_000_000, 100_000_000, 200, 100, 64, 1000);

  private OpenFiles() {}

  /// The rows of all sheets, as `sheet!row: a|b|c`, blank rows left out.
  public static List<String> rows(Path file, ReadingChoices choices) {
    return rows(file, LIMITS, choices);
  }

  public static List<String> rows(Path file, Workbook.Limits limits, ReadingChoices choices) {
    try (Workbook workbook = WorkbookFormats.open("test.bin", file, limits, choices)) {
      return workbook.sheets().stream().flatMap(OpenFiles::rows).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> rows(Path file) {
    return rows(file, ReadingChoices.USUAL);
  }

  private static Stream<String> rows(Workbook.Sheet sheet) {
    try (Stream<SheetRow> rows = sheet.rows()) {
      return rows
          .filter(row -> !row.isBlank())
          .map(row -> sheet.name() + "!" + row.number() + ": " + String.join("|", row.cells()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the cells of all sheets are.
  static List<String> kinds(Path file) {
    try (Workbook workbook = WorkbookFormats.open("test.bin", file, LIMITS)) {
      return workbook.sheets().stream()
          .flatMap(
              sheet -> {
                try (Stream<SheetRow> rows = sheet.rows()) {
                  return rows.map(row -> row.number() + ": " + row.kinds()).toList().stream();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The one finding with which a file is refused, as `CODE found; expected`; or its rows.
  static String answer(Path file) {
    return answer(file, LIMITS);
  }

  static String answer(Path file, Workbook.Limits limits) {
    try {
      return "rows " + rows(file, limits, ReadingChoices.USUAL);
    } catch (NotAWorkbook e) {
      Finding finding = e.finding();
      return finding.code() + " " + finding.found() + "; " + finding.expected();
    }
  }

  public static byte[] zip(Map<String, String> parts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return zipped(bytes);
  }

  public static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static Map<String, byte[]> unzipped(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  /// The parts of an Excel workbook of one sheet, with the given content of `worksheet`.
  public static Map<String, String> xlsx(String sheet) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        </Types>""");
    parts.put("_rels/.rels", relationships("officeDocument", "xl/workbook.xml", ""));
    parts.put(
        "xl/workbook.xml",
        """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>""");
    parts.put(
        "xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml", ""));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + sheet
            + "</worksheet>");
    return parts;
  }

  static String relationships(String type, String target, String more) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + type
        + "\" Target=\""
        + target
        + "\" "
        + more
        + "/></Relationships>";
  }

  static final String ODS_HEAD =
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">";

  /// The parts of an OpenDocument spreadsheet with these tables.
  public static Map<String, String> ods(String tables) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    parts.put(
        "content.xml",
        ODS_HEAD
            + "<office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\">"
            + "<style:table-properties table:display=\"false\"/></style:style>"
            + "</office:automatic-styles><office:body><office:spreadsheet>"
            + tables
            + "</office:spreadsheet></office:body></office:document-content>");
    return parts;
  }

  static Path file(Path folder, byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "test", ".bin"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
