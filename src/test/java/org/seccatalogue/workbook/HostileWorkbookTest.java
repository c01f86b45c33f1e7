package org.seccatalogue.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.testkit.Proof;

/// Broken and hostile files: each has one clear answer, soon, and never fills the memory.
@NullUnmarked
class HostileWorkbookTest {

  private static final String DAMAGED =
      "; a whole workbook: open it in its program, save it again and send the new file";
  private static final String CELL =
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void aPartThatUnpacksToVeryMuchIsNotUnpacked() {
    Map<String, byte[]> parts = bytes(OpenFiles.xlsx(CELL));
    parts.put("xl/worksheets/sheet1.xml", spaces("<worksheet><sheetData>", 60_000_000));

    assertThat(answer(OpenFiles.zipped(parts)))
        .startsWith("TOO_LARGE a part that unpacks to more than ")
        .endsWith("; at most 200 times (catalogue.import.ratio)");
  }

  @Test
  void theBytesOfAllPartsAreCountedNotThoseThatAreDeclared() throws IOException {
    Map<String, String> parts = OpenFiles.xlsx(CELL);
    Random random = new Random(3);
    StringBuilder texts = new StringBuilder("<sst>");
    for (int i = 0; i < 40_000; i++) {
      texts.append("<si><t>").append(Long.toHexString(random.nextLong())).append("</t></si>");
    }
    parts.put("xl/sharedStrings.xml", texts + "</sst>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                    + "</Relationships>"));
    byte[] file = OpenFiles.zip(parts);
    assertThat(answer(file)).isEqualTo("rows [Data!1: 1]");

    lieAboutSizes(file);

    assertThat(answer(file, limits(1_000_000, 1_000_000, 100)))
        .isEqualTo(
            "TOO_LARGE a workbook that unpacks to more; at most 1000000 bytes when unpacked"
                + " (catalogue.import.unpacked-bytes)");
    assertThat(answer(file, limits(10_000_000, 39_999, 100)))
        .isEqualTo(
            "TOO_LARGE a workbook that shares more texts between its cells; at most 39999"
                + " (catalogue.import.shared-texts)");
  }

  /// Says in the directory of an archive that its parts have one byte when unpacked.
  private static void lieAboutSizes(byte[] zip) {
    for (int i = 0; i < zip.length - 46; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 24] = 1;
        zip[i + 25] = 0;
        zip[i + 26] = 0;
        zip[i + 27] = 0;
      }
    }
  }

  @Test
  void archivesInTheWorkbookAreNeverOpened() {
    Map<String, byte[]> parts = bytes(OpenFiles.xlsx(CELL));
    byte[] inner = OpenFiles.zipped(Map.of("a", new byte[8_000_000]));
    for (int i = 0; i < 5; i++) {
      inner = OpenFiles.zipped(Map.of("xl/embeddings/a" + i + ".zip", inner, "b" + i, inner));
    }
    parts.put("xl/embeddings/bomb.zip", inner);
    parts.put("xl/vbaProject.bin", inner);
    parts.put(
        "xl/externalLinks/externalLink1.xml", "<!DOCTYPE x>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer(OpenFiles.zipped(parts))).isEqualTo("rows [Data!1: 1]");
  }

  static Stream<String> entityBombs() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    return Stream.of(
        bomb,
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>");
  }

  @ParameterizedTest
  @MethodSource("entityBombs")
  void entitiesAreNeverFollowed(String definition) {
    Map<String, String> xlsx = OpenFiles.xlsx("");
    Map<String, String> ods = OpenFiles.ods("");
    xlsx.put(
        "xl/worksheets/sheet1.xml",
        definition
            + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>"
            + "</sheetData></worksheet>");
    ods.put("content.xml", definition + "<x>&c;</x>");

    String words =
        " has a document type definition or entities; one without: spreadsheet programs write none";
    assertThat(answer(OpenFiles.zip(xlsx)))
        .isEqualTo("UNREADABLE_FILE a workbook whose part xl/worksheets/sheet1.xml" + words);
    assertThat(answer(OpenFiles.zip(ods)))
        .isEqualTo("UNREADABLE_FILE a workbook whose part content.xml" + words);
  }

  @Test
  void anEntityWithoutADefinitionIsDamage() {
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.xlsx("<sheetData><row><c><v>&other;</v></c></row></sheetData>"))))
        .startsWith("UNREADABLE_FILE a workbook whose part xl/worksheets/sheet1.xml ");
  }

  @Test
  void anElementThatGoesOnAndOnIsNotRead() {
    Map<String, byte[]> parts = bytes(OpenFiles.xlsx(CELL));
    byte[] junk = new byte[20_000_000];
    new Random(5).nextBytes(junk);
    for (int i = 0; i < junk.length; i++) {
      junk[i] = (byte) ('a' + (junk[i] & 15));
    }
    byte[] head = "<worksheet><sheetData><row><c x=\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, junk, 0, head.length);
    parts.put("xl/worksheets/sheet1.xml", junk);

    assertThat(answer(OpenFiles.zipped(parts))).isEqualTo(damagedSheet());
  }

  @Test
  void manyNamesAndDeepElementsAreNotRead() {
    StringBuilder names = new StringBuilder("<sheetData><row>");
    for (int i = 0; i < 6000; i++) {
      names.append("<n").append(i).append("/>");
    }
    assertThat(answer(OpenFiles.zip(OpenFiles.xlsx(names + "</row></sheetData>"))))
        .isEqualTo(damagedSheet());
    assertThat(answer(OpenFiles.zip(OpenFiles.xlsx("<a>".repeat(100)))))
        .isEqualTo(
            "TOO_LARGE a part xl/worksheets/sheet1.xml with elements nested more deeply; at most"
                + " 64 (catalogue.import.nesting)");
  }

  @Test
  void declaredSizesCostNothing() {
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.xlsx(
                        "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\""
                            + " max=\"2000000000\" hidden=\"1\" width=\"8\"/></cols>"
                            + CELL
                            + "<mergeCells count=\"1\"><mergeCell ref=\"B1:XFD1048576\"/>"
                            + "</mergeCells>"))))
        .isEqualTo("rows [Data!1: 1|]");
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.ods(
                        "<table:table table:name=\"Data\"><table:table-column"
                            + " table:number-columns-repeated=\"2000000000\"/><table:table-row"
                            + " table:number-rows-repeated=\"2000000000\"><table:table-cell"
                            + " table:number-columns-repeated=\"2000000000\"/></table:table-row>"
                            + "</table:table>"))))
        .isEqualTo("rows []");
  }

  @Test
  void aLimitIsNamedWithTheCellThatBreaksIt() {
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.xlsx(
                        "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>"))))
        .isEqualTo("TOO_LARGE 1; at most 1000 columns with data (catalogue.import.columns)");
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.xlsx(
                        "<sheetData><row r=\"1\"><c"
                            + " r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData>"))))
        .isEqualTo(damagedSheet());
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.ods(
                        "<table:table table:name=\"Data\"><table:table-row><table:table-cell"
                            + " table:number-columns-repeated=\"2000000000\"><p>x</p>"
                            + "</table:table-cell></table:table-row></table:table>"))))
        .isEqualTo("TOO_LARGE x; at most 1000 columns with data (catalogue.import.columns)");
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.ods("<table:table table:name=\"T\"></table:table>".repeat(21)))))
        .isEqualTo(
            "TOO_LARGE a workbook with more sheets; at most 20 sheets (catalogue.import.sheets)");
    assertThat(
            answer(
                OpenFiles.zip(
                    OpenFiles.xlsx(
                        CELL
                            + "<mergeCells>"
                            + "<mergeCell ref=\"B1:C1\"/>".repeat(1001)
                            + "</mergeCells>"))))
        .isEqualTo("TOO_LARGE more merged regions; at most 1000 (catalogue.import.merged-regions)");
    assertThat(answer(new byte[51_000_000]))
        .isEqualTo(
            "TOO_LARGE a file of 51000000 bytes; at most 50000000 bytes (catalogue.import.bytes)");
  }

  @Test
  void partsAreCountedAndEachIsThereOnce() {
    Map<String, String> many = OpenFiles.xlsx(CELL);
    for (int i = 0; i < 100; i++) {
      many.put("x" + i, "");
    }
    assertThat(answer(OpenFiles.zip(many)))
        .isEqualTo("TOO_LARGE a workbook of 105 parts; at most 100 parts (catalogue.import.parts)");

    Map<String, String> twice = OpenFiles.xlsx(CELL);
    twice.put("XL/worksheets/Sheet1.xml", "<worksheet><sheetData/></worksheet>");
    assertThat(answer(OpenFiles.zip(twice)))
        .isEqualTo(
            "UNREADABLE_FILE a workbook that has its part XL/worksheets/Sheet1.xml twice"
                + DAMAGED);

    byte[] same = OpenFiles.zip(twice);
    replace(same, "XL/worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml");
    assertThat(answer(same))
        .isEqualTo(
            "UNREADABLE_FILE a workbook that has its part xl/worksheets/sheet1.xml twice"
                + DAMAGED);
  }

  private static void replace(byte[] bytes, String text, String by) {
    byte[] from = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i <= bytes.length - from.length; i++) {
      if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
        System.arraycopy(by.getBytes(StandardCharsets.US_ASCII), 0, bytes, i, from.length);
      }
    }
  }

  @Test
  void stylesThatNameEachOtherInCirclesAreNotFollowed() {
    Map<String, String> parts =
        OpenFiles.xlsx(
            "<sheetData><row><c s=\"0\"><v>40877</v></c><c s=\"9\"><v>5</v></c></row></sheetData>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><cellStyleXfs><xf numFmtId=\"14\" xfId=\"1\"/><xf xfId=\"0\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"14\" xfId=\"0\"/></cellXfs><cellStyles>"
            + "<cellStyle name=\"a\" xfId=\"1\"/></cellStyles></styleSheet>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id=\"s\" Type=\"x/styles\""
                    + " Target=\"styles.xml\"/></Relationships>"));

    assertThat(answer(OpenFiles.zip(parts))).isEqualTo("rows [Data!1: 2011-11-30|5]");
  }

  @Test
  void wrongContentTypesAndLinksOutsideAreAnswered() {
    Map<String, String> image = OpenFiles.xlsx(CELL);
    image.computeIfPresent(
        "[Content_Types].xml",
        (_, types) ->
            types.replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                "image/png"));
    assertThat(answer(OpenFiles.zip(image)))
        .isEqualTo(
            "UNREADABLE_FILE a workbook whose sheet “Data” is said to be “image/png”" + DAMAGED);

    Map<String, String> word = OpenFiles.xlsx(CELL);
    word.computeIfPresent(
        "[Content_Types].xml",
        (_, types) -> types.replace("spreadsheetml.sheet", "wordprocessingml.document"));
    assertThat(answer(OpenFiles.zip(word)))
        .startsWith(
            "UNREADABLE_FILE a workbook whose main part is said to be “application/vnd.openxml");

    Map<String, String> outside = OpenFiles.xlsx(CELL);
    outside.put(
        "xl/_rels/workbook.xml.rels",
        OpenFiles.relationships("worksheet", "file:///etc/passwd", "TargetMode=\"External\""));
    assertThat(answer(OpenFiles.zip(outside)))
        .isEqualTo("UNREADABLE_FILE a workbook whose sheet “Data” is not in the file" + DAMAGED);

    Map<String, String> above = OpenFiles.xlsx(CELL);
    above.put(
        "xl/_rels/workbook.xml.rels",
        OpenFiles.relationships("worksheet", "../../../../etc/passwd", ""));
    assertThat(answer(OpenFiles.zip(above)))
        .startsWith("UNREADABLE_FILE a workbook whose sheet “Data” is said to be “”");
  }

  /// Real small workbooks of each kind.
  static Stream<byte[]> workbooks() throws IOException {
    return Stream.of(
        filled(new XSSFWorkbook()),
        filled(new HSSFWorkbook()),
        OpenFiles.zip(
            OpenFiles.ods(
                "<table:table table:name=\"Data\">"
                    + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>text"
                    + "</text:p></table:table-cell></table:table-row>"
                    + "</table:table>")));
  }

  private static byte[] filled(org.apache.poi.ss.usermodel.Workbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (book) {
      Sheet sheet = book.createSheet("Data");
      for (int r = 0; r < 60; r++) {
        Row row = sheet.createRow(r);
        row.createCell(0).setCellValue("text " + r);
        row.createCell(1).setCellValue(r * 1.5);
        row.createCell(2).setCellFormula("A1");
      }
      book.write(out);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void aFileThatBreaksOffAnywhereIsSaidToBreakOff(byte[] whole) {
    String rows = answer(whole);
    assertThat(rows).startsWith("rows [");
    for (int length = 1; length < whole.length; length += 1 + whole.length / 150) {
      String answer = answer(Arrays.copyOf(whole, length));
      assertThat(answer.startsWith("UNREADABLE_FILE ") || answer.equals(rows) || length < 8)
          .as(length + ": " + answer)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void wrongBytesAnywhereAreAnswered(byte[] whole) {
    Random random = new Random(Proof.SEED);
    for (int round = 0; round < Proof.count(60, 400); round++) {
      byte[] flipped = whole.clone();
      for (int i = 0; i <= round % 4; i++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      assertThat(answer(flipped))
          .as(Proof.told())
          .matches("(?s)(rows \\[|UNREADABLE_FILE |TOO_LARGE ).*");
    }
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void wrongBytesWithinTheXmlAreAnswered(byte[] whole) {
    if (whole[0] != 'P') {
      return;
    }
    Map<String, byte[]> parts = OpenFiles.unzipped(whole);
    Random random = new Random(Proof.SEED);
    for (int round = 0; round < Proof.count(60, 400); round++) {
      Map<String, byte[]> flipped = new LinkedHashMap<>(parts);
      String part = parts.keySet().stream().toList().get(random.nextInt(parts.size()));
      byte[] content = parts.get(part).clone();
      for (int i = 0; i <= round % 4; i++) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      flipped.put(part, content);
      assertThat(answer(OpenFiles.zipped(flipped)))
          .as(Proof.told())
          .matches("(?s)(rows \\[|UNREADABLE_FILE |TOO_LARGE ).*");
    }
  }

  /// Many different texts and rows, in a memory that could not hold them.
  @Test
  void memoryDoesNotGrowWithTheFile() throws Exception {
    Path file = folder.resolve("large.xlsx");
    Map<String, String> parts = OpenFiles.xlsx("");
    parts.remove("xl/worksheets/sheet1.xml");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id=\"s\" Type=\"x/sharedStrings\""
                    + " Target=\"t.xml\"/></Relationships>"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        put(zip, part.getKey(), IntStream.of(0).mapToObj(_ -> part.getValue()));
      }
      String words = " of a long list of texts that are all different from one another";
      put(zip, "xl/t.xml", lines("<sst>", "<si><t>text %d" + words + "</t></si>", "</sst>"));
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          lines(
              "<worksheet><sheetData>",
              "<row><c t=\"s\"><v>%d</v></c></row>",
              "</sheetData></worksheet>"));
    }
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadAll.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();

    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed.strip()).isEqualTo("600000");
    assertThat(child.waitFor()).isZero();
  }

  private static Stream<String> lines(String head, String line, String tail) {
    Stream<String> lines = IntStream.range(0, 600_000).mapToObj(line::formatted);
    return Stream.of(Stream.of(head), lines, Stream.of(tail)).flatMap(all -> all);
  }

  private static void put(ZipOutputStream zip, String name, Stream<String> content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    for (String text : (Iterable<String>) content::iterator) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    zip.closeEntry();
  }

  private String answer(byte[] content) {
    return answer(content, OpenFiles.LIMITS);
  }

  private String answer(byte[] content, Workbook.Limits limits) {
    Path file = OpenFiles.file(folder, content);
    String answer = assertTimeoutPreemptively(LONG, () -> OpenFiles.answer(file, limits));
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return answer;
  }

  private static Workbook.Limits limits(long unpackedBytes, int sharedTexts, int parts) {
    return new Workbook.Limits(
        1000, 1000, 32_767, 20, sharedTexts, 1000, 50_000_000, unpackedBytes, 200, parts, 64, 10);
  }

  private static String damagedSheet() {
    return "UNREADABLE_FILE a workbook whose part xl/worksheets/sheet1.xml is damaged" + DAMAGED;
  }

  private static byte[] spaces(String head, int length) {
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) ' ');
    System.arraycopy(head.getBytes(StandardCharsets.UTF_8), 0, content, 0, head.length());
    return content;
  }

  private static Map<String, byte[]> bytes(Map<String, String> parts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
