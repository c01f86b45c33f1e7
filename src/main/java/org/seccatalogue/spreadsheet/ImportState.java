package org.seccatalogue.spreadsheet;

/// How far an import has come.
public enum ImportState {
  /// Being read; an import that stays so was interrupted, and changed nothing.
  READING,
  /// Read without errors: it may be applied.
  PLANNED,
  /// Read with errors: it can never be applied.
  REFUSED,
  /// Applied as a whole.
  APPLIED,
  /// Applied, and undone as a whole.
  UNDONE
}
