package org.seccatalogue.page.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.shown.RecordLine;

/// The form of a record as a page shows it.
///
/// @param line the record that is changed, absent for a new one
/// @param version the state that it was made from, empty for a new one
/// @param merge what somebody else saved meanwhile, if they did
record FormView(
    String heading,
    String action,
    String cancel,
    String type,
    String description,
    @Nullable RecordLine line,
    String version,
    List<FormErrors.Entry> errors,
    @Nullable Merge merge,
    List<Field.Group> groups,
    Field links,
    List<LinkHelp> linkHelp,
    List<Field> place,
    List<RecordLine> headings,
    YourChange change) {

  /// What is said of the change itself.
  ///
  /// @param outlook what becomes of the stage of the record when its words change; absent when
  ///     nothing does
  /// @param editorial the choice that keeps the stage, where the workflow lets it
  record YourChange(
      String note, List<String> noteErrors, @Nullable String outlook, @Nullable Field editorial) {}

  /// What a type of link means.
  record LinkHelp(String label, String description) {}

  public boolean hasErrors() {
    return !errors.isEmpty();
  }
}
