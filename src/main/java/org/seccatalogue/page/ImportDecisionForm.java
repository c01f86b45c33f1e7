package org.seccatalogue.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.spreadsheet.Decision;

/// Reads what somebody decided on the page of an import: of each row that it showed, whether it is
/// left out, and what becomes of its conflicts.
final class ImportDecisionForm {

  private ImportDecisionForm() {}

  static List<Decision> decisions(MultivaluedMap<String, String> form) {
    List<Decision> decisions = new ArrayList<>();
    Set<String> out = Set.copyOf(form.getOrDefault("out", List.of()));
    for (String shown : form.getOrDefault("shown", List.of())) {
      if (shown.matches("[0-9]{1,9}")) {
        row(Integer.parseInt(shown), out.contains(shown), form, decisions);
      }
    }
    return decisions;
  }

  private static void row(
      int row, boolean out, MultivaluedMap<String, String> form, List<Decision> decisions) {
    if (out) {
      decisions.add(new Decision(row, null, Decision.Choice.LEAVE_OUT));
      return;
    }
    Decision.Choice whole = choice(form.getFirst("row-" + row));
    decisions.add(new Decision(row, null, whole));
    if (whole == Decision.Choice.UNDECIDED) {
      String prefix = "cell-" + row + "-";
      form.keySet().stream()
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .forEach(
              name ->
                  decisions.add(
                      new Decision(
                          row, name.substring(prefix.length()), choice(form.getFirst(name)))));
    }
  }

  private static Decision.Choice choice(@Nullable String text) {
    return "THEIRS".equals(text)
        ? Decision.Choice.THEIRS
        : "OURS".equals(text) ? Decision.Choice.OURS : Decision.Choice.UNDECIDED;
  }
}
