package org.seccatalogue.workbook;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Tells, once for a table, that cells of it are struck through and were read all the same: people
/// mark so what is to go.
public final class StruckCells {

  private final String sheet;
  private final IntPredicate read;
  private int cells;
  private Place.@Nullable Cell first;

  /// @param read whether the cells of a column, counted from 0, are read
  public StruckCells(String sheet, IntPredicate read) {
    this.sheet = sheet;
    this.read = read;
  }

  public void count(SheetRow row) {
    for (int column : row.struck()) {
      if (read.test(column)) {
        cells++;
        first = first == null ? new Place.Cell(sheet, row.number(), column) : first;
      }
    }
  }

  public List<Finding> findings() {
    if (first == null) {
      return List.of();
    }
    String found =
        cells == 1
            ? "a cell with words struck through"
            : cells + " cells with words struck through, the first of them here";
    String expected =
        "no such words: they are read as if they were not struck through. Delete what is no longer"
            + " to be there, and take the line from what is";
    return List.of(Finding.warning(FindingCode.STRUCK_THROUGH, first, found, expected));
  }
}
