package org.seccatalogue.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.Workbook;

/// Tells, once for a table, that hidden rows and columns of it were read.
public final class HiddenCells {

  private final Workbook.Sheet sheet;
  private final SheetMapping mapping;
  private int rows;

  public HiddenCells(Workbook.Sheet sheet, SheetMapping mapping) {
    this.sheet = sheet;
    this.mapping = mapping;
  }

  public SheetRow counted(SheetRow row) {
    rows += row.hidden() ? 1 : 0;
    return row;
  }

  public List<Finding> findings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    if (rows > 0) {
      findings.add(
          Finding.warning(
              FindingCode.HIDDEN,
              new Place.Sheet(sheet.name()),
              rows + (rows == 1 ? " hidden row" : " hidden rows"),
              "visible rows; hidden ones are read too, because a filter may hide them"));
    }
    mapping.columns().stream()
        .filter(column -> isHidden(column.index()))
        .filter(column -> isForPeople(column.target()))
        .forEach(
            column ->
                findings.add(
                    Finding.warning(
                        FindingCode.HIDDEN,
                        new Place.Cell(sheet.name(), mapping.headerRow(), column.index()),
                        column.header(),
                        "a visible column; this hidden one is read too")));
    return findings;
  }

  /// Whether people write what the column holds: an export hides what it needs for itself.
  private static boolean isForPeople(CellTarget target) {
    return !(target instanceof CellTarget.Ignored
        || target instanceof CellTarget.Revision
        || target instanceof CellTarget.Digest);
  }

  private boolean isHidden(int column) {
    try {
      return sheet.layout().hiddenColumns().get(column);
    } catch (IOException e) {
      throw NotAWorkbook.damaged("a sheet whose layout cannot be read", e);
    }
  }
}
