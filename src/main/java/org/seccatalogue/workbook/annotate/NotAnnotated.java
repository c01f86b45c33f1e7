package org.seccatalogue.workbook.annotate;

/// A workbook that was read cannot have comments put into it safely; the reason is the end of a
/// sentence: "... because it is signed".
final class NotAnnotated extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotAnnotated(String because) {
    super(because);
  }

  /// Why, as the end of a sentence.
  String because() {
    return String.valueOf(getMessage());
  }
}
