package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.workbook.SheetRow;

/// Where the headers of a sheet seem to stand, and where its data begin.
///
/// The headers are the first row among those with the most different short texts. A row above it
/// that heads groups of columns belongs to it. Rows below it that look unlike the rest of the
/// table, such as explanations of the columns, are passed over.
public record HeaderGuess(List<Integer> headerRows, int firstRow) {

  private static final int LOOKED_AT = 40;
  private static final int LONGEST_HEADER = 80;
  private static final int MOST_EXPLANATIONS = 10;

  /// What the text of a cell looks like.
  private enum Look {
    BLANK,
    NUMBER,
    CODE,
    WORDS,
    LONG
  }

  public static HeaderGuess of(List<SheetRow> rows) {
    if (rows.isEmpty()) {
      return new HeaderGuess(List.of(1), 2);
    }
    List<SheetRow> top = rows.stream().limit(LOOKED_AT).toList();
    int most = top.stream().mapToInt(HeaderGuess::shortTexts).max().orElse(0);
    int header = 0;
    while (shortTexts(top.get(header)) < 0.8 * most) {
      header++;
    }
    List<Integer> numbers = new ArrayList<>();
    if (header > 0 && heads(top.get(header - 1), top.get(header))) {
      numbers.add(top.get(header - 1).number());
    }
    numbers.add(top.get(header).number());
    return new HeaderGuess(
        List.copyOf(numbers),
        firstRow(rows.subList(header + 1, rows.size()), top.get(header).number() + 1));
  }

  private static int shortTexts(SheetRow row) {
    return (int)
        row.cells().stream()
            .map(String::strip)
            .filter(cell -> cell.length() <= LONGEST_HEADER && cell.matches("(?s).*\\p{L}{2}.*"))
            .distinct()
            .count();
  }

  /// Whether a row heads groups of the columns that the next one heads.
  private static boolean heads(SheetRow above, SheetRow header) {
    List<String> texts = filled(above).toList();
    boolean adjoins = above.number() == header.number() - 1;
    boolean isShort = texts.stream().allMatch(text -> text.length() <= LONGEST_HEADER);
    boolean repeats = filled(header).distinct().count() < filled(header).count();
    return adjoins
        && isShort
        && texts.size() > 1
        && (repeats || texts.size() >= filled(header).count() / 2.0);
  }

  private static Stream<String> filled(SheetRow row) {
    return row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty());
  }

  private static int firstRow(List<SheetRow> below, int next) {
    Map<Integer, Look> usual =
        usual(below.subList(Math.min(below.size(), MOST_EXPLANATIONS), below.size()));
    return below.stream()
        .limit(usual.isEmpty() ? 0 : MOST_EXPLANATIONS + 1)
        .filter(row -> isLike(row, usual))
        .map(SheetRow::number)
        .findFirst()
        .filter(first -> first > next)
        .orElse(next);
  }

  private static boolean isLike(SheetRow row, Map<Integer, Look> usual) {
    long like =
        usual.entrySet().stream()
            .filter(column -> look(row.cell(column.getKey())) == column.getValue())
            .count();
    return like >= usual.size() / 2.0;
  }

  /// How most cells of a column look, for the columns where most look alike.
  private static Map<Integer, Look> usual(List<SheetRow> rows) {
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    Map<Integer, Look> usual = new HashMap<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      rows.stream()
          .collect(Collectors.groupingBy(row -> look(row.cell(column)), Collectors.counting()))
          .forEach(
              (look, count) -> {
                if (count > 0.6 * rows.size()) {
                  usual.put(column, look);
                }
              });
    }
    return usual;
  }

  private static Look look(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return Look.BLANK;
    }
    if (text.length() > LONGEST_HEADER) {
      return Look.LONG;
    }
    if (text.matches("[-+0-9., ]+")) {
      return Look.NUMBER;
    }
    return text.matches(".*\\d.*") ? Look.CODE : Look.WORDS;
  }
}
