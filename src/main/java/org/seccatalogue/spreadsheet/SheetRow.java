package org.seccatalogue.spreadsheet;

import java.util.List;

/// A row of a sheet as it stands in the file: the text of its cells, empty where there is none.
///
/// @param number counted from 1, as spreadsheets show it
record SheetRow(int number, List<String> cells) {

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
