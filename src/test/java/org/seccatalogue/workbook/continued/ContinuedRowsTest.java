package org.seccatalogue.workbook.continued;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.continued.ContinuedText.Room;

/// A text that is too long for a cell is written in parts, and read as one from them.
class ContinuedRowsTest {

  private static final String FIRST = "one\n(part 1 of 3, continues in the row below)";
  private static final String SECOND = "two\n(part 2 of 3, continues in the row below)";
  private static final String TWO = "CLS-0001 (part 2 of 3)";
  private static final String THREE = "CLS-0001 (part 3 of 3)";

  /// Texts of many kinds, of which each must come back as it is.
  static Stream<String> texts() {
    String mark = "(part 1 of 2, continues in the row below)";
    return Stream.of(
        "x".repeat(32_768),
        "x".repeat(100_000),
        "word ".repeat(20_000) + "end",
        "\uD83D\uDE00".repeat(50_000),
        "a" + "\uD83D\uDE00".repeat(50_000),
        "a" + " ".repeat(99_998) + "b",
        "a" + "\n".repeat(99_998) + "b",
        "x".repeat(29_999) + " \n\n  " + "y".repeat(29_990) + "  \n" + "z".repeat(30_000),
        "x".repeat(20_000) + "\n" + "y".repeat(100),
        "y\n" + "x".repeat(20_000),
        "says " + mark,
        mark,
        mark + "\n" + mark,
        "x".repeat(70_000) + mark,
        mark.repeat(2_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsWrittenInPartsIsReadAsOne(String text) {
    assertThat(ContinuedText.isNeeded(text, Room.CELL)).isTrue();
    List<String> cells = ContinuedText.cells(text, Room.CELL);

    assertThat(cells).hasSizeGreaterThan(1).allMatch(cell -> cell.length() <= 32_767);
    assertThat(cells)
        .allMatch(cell -> !cell.contains("\n") || cell.lines().allMatch(l -> l.length() <= 16_000));
    assertThat(cells).allMatch(cell -> isWhole(cell.codePointAt(0)));
    assertThat(cells).allMatch(cell -> isWhole(cell.codePointBefore(cell.length())));
    ContinuedRow joined = read(rows("CLS-0001", cells)).getFirst();
    assertThat(joined.findings()).isEmpty();
    assertThat(joined.row().cell(1)).isEqualTo(text);
  }

  private static boolean isWhole(int codePoint) {
    return codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE;
  }

  private static List<SheetRow> rows(String key, List<String> cells) {
    List<SheetRow> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String label = i == 0 ? key : ContinuedText.label(key, i + 1, cells.size());
      rows.add(new SheetRow(i + 2, List.of(label, cells.get(i))));
    }
    return rows;
  }

  private static List<ContinuedRow> read(List<SheetRow> rows) {
    return new ContinuedRows("Clauses", 0, rows.iterator()).stream().toList();
  }

  @Test
  void wordsAreNotCut() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < 90_000) {
      text.append("w".repeat(1 + random.nextInt(12))).append(random.nextInt(9) == 0 ? "\n" : " ");
    }
    List<String> cells = ContinuedText.cells(text + "end", Room.CELL);

    assertThat(cells).hasSize(3);
    assertThat(cells.getFirst())
        .matches("(?s).*w[ \n]\n\\(part 1 of 3, continues in the row below\\)");
    assertThat(cells.get(1)).startsWith("w");
  }

  @Test
  void whatFitsIsWrittenAsItIs() {
    assertThat(ContinuedText.isNeeded("x".repeat(32_767), Room.CELL)).isFalse();
    assertThat(ContinuedText.isNeeded("(part 1 of 2)", Room.CELL)).isFalse();
    assertThat(ContinuedText.isNeeded("", Room.CELL)).isFalse();
    assertThat(ContinuedText.isNeeded("x".repeat(100_000), Room.FIELD)).isFalse();
  }

  @Test
  void aNewRecordIsWrittenInPartsWithoutAKey() {
    List<ContinuedRow> read = read(rows("", List.of(FIRST, SECOND, "end")));

    assertThat(read).hasSize(1);
    assertThat(read.getFirst().row().cells()).containsExactly("", "onetwoend");
    assertThat(ContinuedText.label("", 2, 3)).isEqualTo("(part 2 of 3)");
  }

  @Test
  void severalTextsOfARowAreOfAsManyPartsAsTheyHave() {
    List<ContinuedRow> read =
        read(
            sheet(
                row("CLS-0001", FIRST, "a(part 1 of 2, continues in the row below)", "title"),
                row(TWO, SECOND, "b"),
                row(THREE, "end"),
                row("CLS-0002", "whole")));

    assertThat(read).extracting(ContinuedRow::findings).allMatch(List::isEmpty);
    assertThat(read)
        .extracting(each -> each.row().cells())
        .containsExactly(
            List.of("CLS-0001", "onetwoend", "ab", "title"), List.of("CLS-0002", "whole"));
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  @SafeVarargs
  private static List<SheetRow> sheet(List<String>... rows) {
    List<SheetRow> sheet = new ArrayList<>();
    for (List<String> row : rows) {
      sheet.add(new SheetRow(sheet.size() + 2, row));
    }
    return sheet;
  }

  static Stream<Arguments> whatPeopleDo() {
    List<String> one = row("CLS-0001", FIRST);
    List<String> two = row(TWO, SECOND);
    List<String> three = row(THREE, "end");
    List<String> other = row("CLS-0002", "whole");
    String sorted = "A%d LONE_CONTINUATION CLS-0001 (part %d of 3)";
    String cut = "B2 CONTINUATION a text that ends with part %d of 3";
    return Stream.of(
        Arguments.of("all rows left out", List.of(one), List.of(cut.formatted(1))),
        Arguments.of("the last left out", List.of(one, two, other), List.of(cut.formatted(2))),
        Arguments.of(
            "the middle left out",
            List.of(one, three),
            List.of(
                "A2 CONTINUATION CLS-0001 (part 3 of 3) in row 3",
                "B2 CONTINUATION the end of a text in row 3",
                cut.formatted(2))),
        Arguments.of(
            "one twice",
            List.of(one, two, two, three),
            List.of(
                "A2 CONTINUATION CLS-0001 (part 2 of 3) in row 4",
                "B2 CONTINUATION (part 2 of 3, continues in the row below) in row 4",
                "A2 CONTINUATION CLS-0001 (part 3 of 3) in row 5",
                "B2 CONTINUATION text in row 5 that goes on with this cell")),
        Arguments.of(
            "turned round",
            List.of(one, three, two),
            List.of(
                "A2 CONTINUATION CLS-0001 (part 3 of 3) in row 3",
                "B2 CONTINUATION the end of a text in row 3",
                "A2 CONTINUATION CLS-0001 (part 2 of 3) in row 4",
                "B2 CONTINUATION (part 2 of 3, continues in the row below) in row 4")),
        Arguments.of(
            "sorted to the end",
            List.of(one, other, two, three),
            List.of(cut.formatted(1), sorted.formatted(4, 2), sorted.formatted(5, 3))),
        Arguments.of(
            "sorted to the beginning",
            List.of(two, three, other, one),
            List.of(
                "B5 CONTINUATION a text that ends with part 1 of 3",
                sorted.formatted(2, 2),
                sorted.formatted(3, 3))),
        Arguments.of(
            "the row left out",
            List.of(two, three),
            List.of(sorted.formatted(2, 2), sorted.formatted(3, 3))),
        Arguments.of(
            "the mark taken out",
            List.of(row("CLS-0001", "one"), two, three),
            List.of(
                "B2 CONTINUATION text in row 3 that goes on with this cell",
                "B2 CONTINUATION text in row 4 that goes on with this cell")),
        Arguments.of(
            "a mark in the middle taken out",
            List.of(one, row(TWO, "two"), three),
            List.of("B2 CONTINUATION the end of a text in row 3")),
        Arguments.of(
            "a part emptied",
            List.of(one, row(TWO), three),
            List.of("B2 CONTINUATION an empty cell in row 3")),
        Arguments.of(
            "something else beside",
            List.of(one, row(TWO, SECOND, "Title"), three),
            List.of("C2 CONTINUATION text in row 3 that goes on with this cell")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatPeopleDo")
  void whatIsMissingTwiceOrOutOfOrderIsTold(
      String name, List<List<String>> rows, List<String> expected) {
    List<SheetRow> sheet = new ArrayList<>();
    rows.forEach(row -> sheet.add(new SheetRow(sheet.size() + 2, row)));
    ContinuedRows reading = new ContinuedRows("Clauses", 0, sheet.iterator());
    List<Finding> found = new ArrayList<>();
    reading.stream().forEach(row -> found.addAll(row.findings()));
    found.addAll(reading.findings());

    assertThat(found)
        .allMatch(Finding::isError)
        .extracting(f -> f.place().text().replaceAll(".* ", "") + " " + f.code() + " " + f.found())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void withoutAColumnOfKeysPartsAreTold() {
    List<SheetRow> sheet = sheet(Arrays.asList("CLS-0001", FIRST), Arrays.asList(TWO, SECOND));
    List<ContinuedRow> read = new ContinuedRows("Clauses", -1, sheet.iterator()).stream().toList();

    assertThat(read).hasSize(2).noneMatch(row -> row.findings().isEmpty());
  }
}
