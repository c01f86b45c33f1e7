package org.seccatalogue.plan.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.writing.TableCopy;

/// Keeps the findings of an import in the database, up to a limit, and counts all of them.
public final class FindingLog {

  private final long importId;
  private final int most;
  private final TableCopy copy =
      new TableCopy(
          "import_finding (import_id, number, severity, code, sheet, sheet_row, sheet_column,"
              + " found, expected)");
  private int errors;
  private int warnings;

  public FindingLog(long importId, int most) {
    this.importId = importId;
    this.most = most;
  }

  public void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  public void add(Finding finding) {
    if (finding.isError()) {
      errors++;
    } else {
      warnings++;
    }
    if (errors + warnings <= most) {
      copy.add(importId).add(errors + warnings).add(finding.severity()).add(finding.code());
      place(finding.place());
      copy.add(finding.found()).add(finding.expected()).end();
    }
  }

  private void place(Place place) {
    switch (place) {
      case Place.Cell(String sheet, int row, int column) -> copy.add(sheet).add(row).add(column);
      case Place.Sheet(String sheet) -> copy.add(sheet).add(null).add(null);
      case Place.Pointer _, Place.Parameter _, Place.InFile _, Place.OfRecord _ ->
          copy.add(place.text()).add(null).add(null);
    }
  }

  public void send(Connection connection) throws SQLException {
    copy.send(connection);
  }

  public int errors() {
    return errors;
  }

  public int warnings() {
    return warnings;
  }
}
