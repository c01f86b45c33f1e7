package org.seccatalogue.workbook.annotate;

/// In what form a workbook comes back with its findings.
public sealed interface AnnotatedForm {

  /// The file that was sent, with comments and a sheet more.
  record OwnFile() implements AnnotatedForm {}

  /// A new workbook with the rows of the file, with comments and a sheet more: the file itself
  /// holds no comments.
  record CopyOfRows() implements AnnotatedForm {}

  /// A new workbook with the list of findings alone.
  ///
  /// @param because why the file cannot have comments, as the end of a sentence
  record ListAlone(String because) implements AnnotatedForm {}
}
