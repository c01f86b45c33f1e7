package org.seccatalogue.workbook;

import java.util.List;
import java.util.Set;
import org.seccatalogue.record.VisibleText;

/// A row of a sheet as it stands in the file: the text of its cells, empty where there is none.
///
/// @param number counted from 1, as spreadsheets show it
/// @param kinds what the cells are; text where it says nothing
/// @param hidden whether the spreadsheet program does not show it, as when a filter is set
/// @param struck the columns, counted from 0 and in their order, whose words are struck through
public record SheetRow(
    int number, List<String> cells, List<CellKind> kinds, boolean hidden, Set<Integer> struck) {

  public SheetRow(int number, List<String> cells, List<CellKind> kinds, boolean hidden) {
    this(number, cells, kinds, hidden, Set.of());
  }

  public SheetRow(int number, List<String> cells) {
    this(number, cells, List.of(), false);
  }

  /// The same row with other texts in its cells.
  public SheetRow with(List<String> texts, List<CellKind> ofKinds) {
    return new SheetRow(number, texts, ofKinds, hidden, struck);
  }

  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /// The text of a cell that has a value; what an error or a lost value shows is none.
  public String value(int column) {
    return switch (kind(column)) {
      case TEXT, NUMBER, DATE, BOOLEAN, TOO_LONG -> cell(column);
      case ERROR, FORMULA_WITHOUT_VALUE, DATE_OUTSIDE_SYSTEM -> "";
    };
  }

  public CellKind kind(int column) {
    return column < kinds.size() ? kinds.get(column) : CellKind.TEXT;
  }

  /// Whether nothing is to be read: neither text nor a formula that should have one.
  public boolean isBlank() {
    return cells.stream().allMatch(VisibleText::isBlank)
        && !kinds.contains(CellKind.FORMULA_WITHOUT_VALUE);
  }
}
