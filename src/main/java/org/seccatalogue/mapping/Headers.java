package org.seccatalogue.mapping;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;

/// The headers of columns, which may stand in several rows and span several columns.
final class Headers {

  private Headers() {}

  /// The headers in some rows, each joined by a space; a header that spans columns or rows counts
  /// for each of them, and once.
  static List<String> of(List<SheetRow> rows, List<Integer> numbers, SheetLayout layout) {
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<String> headers = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<String> parts = new ArrayList<>();
      for (int number : numbers) {
        String text = VisibleText.plain(cell(rows, number, column, layout));
        if (!text.isEmpty() && !parts.contains(text)) {
          parts.add(text);
        }
      }
      headers.add(String.join(" ", parts));
    }
    return headers;
  }

  private static String cell(List<SheetRow> rows, int number, int column, SheetLayout layout) {
    String own = cell(rows, number, column);
    if (!own.isBlank()) {
      return own;
    }
    return layout.merged().stream()
        .takeWhile(region -> region.firstRow() <= number)
        .filter(region -> region.has(number))
        .filter(region -> region.firstColumn() <= column && column <= region.lastColumn())
        .findFirst()
        .map(region -> cell(rows, region.firstRow(), region.firstColumn()))
        .orElse("");
  }

  private static String cell(List<SheetRow> rows, int number, int column) {
    return rows.stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .map(row -> row.cell(column))
        .orElse("");
  }
}
