package org.seccatalogue.workbook;

import java.util.List;
import java.util.TreeMap;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.VisibleText;

/// Tells, once for each such column of a table, that its cells are not read because there is no
/// header above them.
public final class UnheadedCells {

  private final String sheet;
  private final SheetRow header;
  private final String wayOut;
  private final TreeMap<Integer, Column> columns = new TreeMap<>();

  /// What stands in a column.
  private record Column(Place first, String text, int cells) {

    Column withOneMore() {
      return new Column(first, text, cells + 1);
    }
  }

  /// @param separated whether the file is text, in which a separator too many makes a cell
  public UnheadedCells(String sheet, SheetRow header, boolean separated) {
    this.sheet = sheet;
    this.header = header;
    this.wayOut =
        separated
            ? ". Give the column a header, or put a text that has the separator in it between"
                + " quotation marks"
            : ". Give the column a header to have it read";
  }

  public void count(SheetRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      if (header.cell(column).isBlank() && !VisibleText.isBlank(row.cell(column))) {
        Place place = new Place.Cell(sheet, row.number(), column);
        String text = row.cell(column);
        columns.compute(
            column,
            (_, before) -> before == null ? new Column(place, text, 1) : before.withOneMore());
      }
    }
  }

  public List<Finding> findings() {
    return columns.values().stream().map(this::finding).toList();
  }

  private Finding finding(Column column) {
    String cells =
        column.cells() == 1
            ? "; this one cell of the column holds something, and is not read"
            : "; " + column.cells() + " cells of this column hold something, and are not read";
    return Finding.warning(
        FindingCode.UNKNOWN_COLUMN,
        column.first(),
        column.text(),
        "a header of its column" + cells + wayOut);
  }
}
