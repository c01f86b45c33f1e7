package org.seccatalogue.plan.rows;

/// What a workbook and the catalogue both changed, each in its own way, since it was exported.
///
/// @param field name of an attribute or link type, or `section` or `stage`
/// @param base what it said when the workbook was exported, in words
/// @param theirs what the catalogue says now, in words
/// @param ours what the workbook says, in words
/// @param choice what somebody decided, `UNDECIDED` until then
public record Conflict(String field, String base, String theirs, String ours, Choice choice) {

  /// Which of the two becomes the content of the record.
  public enum Choice {
    UNDECIDED,
    THEIRS,
    OURS
  }
}
