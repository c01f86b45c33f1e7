package org.seccatalogue.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.SheetRow;

/// What the cells of a column have in common, seen in its first rows. A single cell that differs
/// from them may have been changed by a spreadsheet program.
final class ColumnFacts {

  private static final Pattern PADDED = Pattern.compile("0[0-9]+");
  private static final Pattern VERSION =
      Pattern.compile("[0-9]+(\\.[0-9]+){2,}.*|[0-9]+\\.[0-9]*0");
  private static final Pattern MIXED =
      Pattern.compile("[0-9]+[A-Fa-f][0-9A-Fa-f]*|[A-Fa-f]+[0-9][0-9A-Fa-f]*");
  private static final int FEWEST = 2;

  private final Map<Integer, Integer> paddedLengths = new HashMap<>();
  private int texts;
  private int dates;
  private int versions;
  private int mixed;

  /// The facts of the first so many columns.
  static List<ColumnFacts> of(List<SheetRow> rows) {
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<ColumnFacts> facts = new java.util.ArrayList<>();
    for (int column = 0; column < width; column++) {
      ColumnFacts seen = new ColumnFacts();
      for (SheetRow row : rows) {
        seen.add(row.cell(column).strip(), row.kind(column));
      }
      facts.add(seen);
    }
    return facts;
  }

  private void add(String text, CellKind kind) {
    if (text.isEmpty()) {
      return;
    }
    if (kind == CellKind.DATE) {
      dates++;
    }
    if (kind == CellKind.TEXT) {
      texts++;
      versions += VERSION.matcher(text).matches() ? 1 : 0;
      mixed += MIXED.matcher(text).matches() ? 1 : 0;
    }
    if (PADDED.matcher(text).matches()) {
      paddedLengths.merge(text.length(), 1, Integer::sum);
    }
  }

  /// The usual number of digits, where several cells have leading zeros.
  Optional<Integer> paddedLength() {
    return paddedLengths.entrySet().stream()
        .filter(entry -> entry.getValue() >= FEWEST)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /// Whether there are texts such as `1.10` or `1.2.3`.
  boolean hasVersions() {
    return versions >= FEWEST;
  }

  /// Whether there are texts such as `1D5` or `00ff`.
  boolean hasMixed() {
    return mixed >= FEWEST;
  }

  /// Whether the column is one of texts, not of dates.
  boolean hasTexts() {
    return texts >= FEWEST && dates < texts;
  }
}
