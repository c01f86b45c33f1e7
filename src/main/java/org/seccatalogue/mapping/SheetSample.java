package org.seccatalogue.mapping;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// The first rows of a sheet that are not blank, to see what the sheet holds.
///
/// @param more whether the sheet goes on
public record SheetSample(String sheet, List<SheetRow> rows, SheetLayout layout, boolean more) {

  /// Enough to see the values of a column, few enough for memory.
  static final int ROWS = 2_000;

  public static SheetSample of(Workbook.Sheet sheet) throws IOException {
    try (Stream<SheetRow> rows = sheet.rows()) {
      List<SheetRow> read = rows.filter(row -> !row.isBlank()).limit(ROWS + 1L).toList();
      return new SheetSample(
          sheet.name(), read.stream().limit(ROWS).toList(), sheet.layout(), read.size() > ROWS);
    }
  }

  public SheetRow header(List<Integer> numbers) {
    List<SheetRow> headers = rows.stream().filter(row -> numbers.contains(row.number())).toList();
    return new SheetRow(numbers.getLast(), Headers.of(headers, numbers, layout));
  }

  public List<SheetRow> from(int first) {
    return rows.stream().filter(row -> row.number() >= first).toList();
  }
}
