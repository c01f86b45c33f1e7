package org.seccatalogue.workbook.continued;

import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.workbook.SheetRow;

/// A row with all that the rows below it go on with.
///
/// @param row as if its cells had held their whole texts
/// @param findings errors where something of it is missing, twice or out of order
public record ContinuedRow(SheetRow row, List<Finding> findings) {

  /// A row with nothing below it that goes on.
  static ContinuedRow whole(SheetRow row) {
    return new ContinuedRow(row, List.of());
  }
}
