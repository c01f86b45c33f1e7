package org.seccatalogue.spreadsheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;

/// What a row says, still unchecked.
///
/// @param number of the row among all rows of the import, counted from 1
/// @param attributes raw values; null for an empty cell
/// @param remarks what the cells tell besides their values
record RowValues(
    int number,
    int row,
    @Nullable String key,
    @Nullable String section,
    @Nullable String stage,
    ObjectNode attributes,
    List<LinkCell> links,
    List<Finding> remarks) {

  /// One link that a cell asks for.
  record LinkCell(String type, String target, @Nullable String note, int column) {}
}
