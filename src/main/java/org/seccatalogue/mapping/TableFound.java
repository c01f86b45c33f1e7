package org.seccatalogue.mapping;

import java.util.List;

/// A table on a sheet, as far as its first rows show it. Rows count from 1, columns from 0.
///
/// @param headerRows the rows that hold the headers
/// @param firstRow the first row with data
/// @param lastRow the last row with data; 0 where it goes on to the end of the sheet
/// @param headers one for each column, those of several rows joined by a space
public record TableFound(
    List<Integer> headerRows,
    int firstRow,
    int lastRow,
    int firstColumn,
    int lastColumn,
    List<String> headers) {

  public boolean hasData(int row) {
    return row >= firstRow && (lastRow == 0 || row <= lastRow);
  }

  TableFound withLastRow(int row) {
    return new TableFound(headerRows, firstRow, row, firstColumn, lastColumn, headers);
  }

  TableFound withColumns(int first, int last) {
    return new TableFound(headerRows, firstRow, lastRow, first, last, headers);
  }
}
