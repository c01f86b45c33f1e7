package org.seccatalogue.spreadsheet;

/// Cells that are shown as one; only the first of them has a value. Rows count from 1, columns from
/// 0.
record MergedRegion(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  boolean isTall() {
    return lastRow > firstRow;
  }

  boolean isWide() {
    return lastColumn > firstColumn;
  }

  boolean has(int row) {
    return firstRow <= row && row <= lastRow;
  }
}
