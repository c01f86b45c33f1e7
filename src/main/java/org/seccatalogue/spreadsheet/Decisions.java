package org.seccatalogue.spreadsheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people decided about the rows of an import. What is decided of a cell goes before what is
/// decided of its row.
final class Decisions {

  static final Decisions NONE = new Decisions(List.of());

  private static final String WHOLE_ROW = "";

  private final Map<Integer, Map<String, Decision.Choice>> rows = new HashMap<>();

  Decisions(List<Decision> decisions) {
    for (Decision decision : decisions) {
      String field = decision.field() == null ? WHOLE_ROW : decision.field();
      rows.computeIfAbsent(decision.row(), _ -> new HashMap<>()).put(field, decision.choice());
    }
  }

  boolean leavesOut(int row) {
    return rows.getOrDefault(row, Map.of()).get(WHOLE_ROW) == Decision.Choice.LEAVE_OUT;
  }

  Conflict.Choice choice(int row, String field) {
    Map<String, Decision.Choice> said = rows.getOrDefault(row, Map.of());
    Decision.Choice ofRow = said.getOrDefault(WHOLE_ROW, Decision.Choice.UNDECIDED);
    return switch (said.getOrDefault(field, ofRow)) {
      case THEIRS -> Conflict.Choice.THEIRS;
      case OURS -> Conflict.Choice.OURS;
      case UNDECIDED, LEAVE_OUT -> Conflict.Choice.UNDECIDED;
    };
  }
}
