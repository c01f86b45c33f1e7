package org.seccatalogue.workbook;

/// Cells that are shown as one; only the first of them has a value. Rows count from 1, columns from
/// 0.
public record MergedRegion(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  public boolean isTall() {
    return lastRow > firstRow;
  }

  public boolean isWide() {
    return lastColumn > firstColumn;
  }

  public boolean has(int row) {
    return firstRow <= row && row <= lastRow;
  }
}
