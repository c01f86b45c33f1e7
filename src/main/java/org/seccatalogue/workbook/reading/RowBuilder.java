package org.seccatalogue.workbook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// Puts the cells of a row together, in whatever order they come, within the limits.
public final class RowBuilder {

  private final String sheet;
  private final Workbook.Limits limits;
  private List<String> cells = new ArrayList<>();
  private List<CellKind> kinds = new ArrayList<>();
  private Set<Integer> struck = Set.of();
  private int number;
  private boolean hidden;
  private int width;

  public RowBuilder(String sheet, Workbook.Limits limits) {
    this.sheet = sheet;
    this.limits = limits;
  }

  public void begin(int row, boolean isHidden) {
    number = row;
    hidden = isHidden;
    cells = new ArrayList<>(width);
    kinds = new ArrayList<>(width);
    struck = Set.of();
  }

  public int number() {
    return number;
  }

  /// Puts a cell; one without text is there only when its kind tells something.
  public void put(int column, String text, CellKind kind) {
    if (text.isEmpty() && kind != CellKind.FORMULA_WITHOUT_VALUE) {
      return;
    }
    if (column >= limits.columns()) {
      throw NotAWorkbook.tooLarge(
          new Place.Cell(sheet, number, column),
          text,
          "at most " + limits.columns() + " columns with data (catalogue.import.columns)");
    }
    while (cells.size() <= column) {
      cells.add("");
      kinds.add(CellKind.TEXT);
    }
    boolean fits = text.length() <= limits.cellLength();
    cells.set(column, fits ? text : text.substring(0, limits.cellLength()));
    kinds.set(column, fits ? kind : CellKind.TOO_LONG);
  }

  /// Says of a cell that its words are struck through; one without words is as it was.
  public void strike(int column) {
    if (column < cells.size() && !cells.get(column).isEmpty()) {
      struck = struck.isEmpty() ? new TreeSet<>() : struck;
      struck.add(column);
    }
  }

  public SheetRow build() {
    width = Math.max(width, cells.size());
    return new SheetRow(number, cells, kinds, hidden, struck);
  }
}
