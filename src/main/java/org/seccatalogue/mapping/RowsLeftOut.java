package org.seccatalogue.mapping;

import java.util.List;
import java.util.TreeMap;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.SheetRow;

/// Tells, once for each such column of a table, how many rows its profile leaves out.
public final class RowsLeftOut {

  private final SheetMapping mapping;
  private final TreeMap<Integer, Integer> rows = new TreeMap<>();

  public RowsLeftOut(SheetMapping mapping) {
    this.mapping = mapping;
  }

  public boolean isRead(SheetRow row) {
    return mapping
        .leavingOut(row)
        .map(column -> rows.merge(column.index(), 1, Integer::sum))
        .isEmpty();
  }

  public List<Finding> findings() {
    return rows.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())).toList();
  }

  private Finding finding(int column, int count) {
    return Finding.warning(
        FindingCode.NOT_READ,
        new Place.Cell(mapping.name(), mapping.headerRow(), column),
        count == 1 ? "1 row" : count + " rows",
        "nothing: the profile leaves out rows with such values in this column");
  }
}
