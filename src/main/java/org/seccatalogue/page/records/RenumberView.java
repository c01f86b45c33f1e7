package org.seccatalogue.page.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.shown.RecordLine;

/// What would become of the numbers of a branch, as a page shows it.
///
/// @param line the head of the branch
/// @param asked what was asked for
/// @param plan absent where nothing was asked for yet
/// @param errors what speaks against it
/// @param changed whether the draft has changed since the plan was looked at
record RenumberView(
    RecordLine line,
    Asked asked,
    @Nullable Plan plan,
    List<FormErrors.Entry> errors,
    boolean changed) {

  /// What is wrong with a field; nothing where nothing is.
  public @Nullable String errorOf(String id) {
    return errors.stream()
        .filter(entry -> ("#" + id).equals(entry.href()))
        .map(FormErrors.Entry::text)
        .findFirst()
        .orElse(null);
  }

  RenumberView afterChange() {
    return new RenumberView(line, asked, plan, errors, true);
  }

  /// What was asked for.
  ///
  /// @param note why
  record Asked(String number, boolean exchange, String note) {}

  /// What would be done.
  ///
  /// @param other the head of the branch that has the number
  /// @param more how many lines are not shown
  /// @param warnings what is to be known of it
  record Plan(
      String state,
      boolean applicable,
      @Nullable Named other,
      List<Line> lines,
      int more,
      List<Citing> citing,
      boolean allCited,
      List<String> warnings) {

    public int size() {
      return lines.size() + more;
    }
  }

  /// A record by what it is called.
  record Named(String href, String name, String title) {}

  /// A record that gets another number, or got one.
  ///
  /// @param wanted the number that it would have, if that were free
  record Line(
      String href,
      String title,
      String from,
      String to,
      @Nullable String wanted,
      int links,
      int texts) {}

  /// A record in the texts of which numbers stand that change.
  record Citing(Named record, String numbers) {}
}
