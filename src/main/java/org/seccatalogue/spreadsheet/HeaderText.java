package org.seccatalogue.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The headers of a sheet as one row; those of several rows are joined by a space.
final class HeaderText {

  private HeaderText() {}

  /// @param rows rows of the sheet, among them those with the headers
  /// @param numbers of the rows that hold the headers
  static SheetRow of(List<SheetRow> rows, List<Integer> numbers) {
    List<SheetRow> found = rows.stream().filter(row -> numbers.contains(row.number())).toList();
    int width = found.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      cells.add(
          found.stream().map(row -> row.cell(column).strip()).collect(Collectors.joining(" ")));
    }
    return new SheetRow(numbers.getLast(), cells);
  }
}
