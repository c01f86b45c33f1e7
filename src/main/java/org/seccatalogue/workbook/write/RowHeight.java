package org.seccatalogue.workbook.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.workbook.write.SheetForm.Look;

/// How high a row is, so that wrapped text can be seen before a spreadsheet has measured it.
final class RowHeight {

  private static final double LINE = 15;
  private static final double TITLE = 27;

  /// A higher row than this fills a screen.
  private static final int MOST_LINES = 20;

  private RowHeight() {}

  static String of(List<SheetWriter.Cell> cells, List<Column> columns) {
    int lines = 1;
    for (int i = 0; i < cells.size() && lines < MOST_LINES; i++) {
      Look look = cells.get(i).look();
      if (look == Look.TITLE) {
        return String.valueOf(TITLE);
      }
      if (look.wraps()) {
        // The button of a filter takes the place of some letters of a header.
        double width = columns.get(i).width() - (look == Look.HEADER ? 4 : 0);
        lines = Math.max(lines, lines(cells.get(i).value(), width));
      }
    }
    return String.valueOf(LINE * Math.min(lines, MOST_LINES));
  }

  private static int lines(@Nullable CellValue value, double width) {
    if (!(value instanceof CellValue.Words(String text))) {
      return 1;
    }
    int lines = 0;
    int from = 0;
    while (from >= 0 && lines < MOST_LINES) {
      int end = text.indexOf('\n', from);
      int length = (end < 0 ? text.length() : end) - from;
      lines += Math.max(1, (int) Math.ceil(length / width));
      from = end < 0 ? -1 : end + 1;
    }
    return lines;
  }
}
