package org.seccatalogue.plan.rows;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Place;

/// Where a planned change is: its row, or the record when no row names it.
public final class RowPlace {

  private RowPlace() {}

  public static Place of(String sheet, int row, @Nullable String key) {
    return row > 0 ? new Place.Cell(sheet, row, 0) : new Place.Pointer("/records/" + key);
  }
}
