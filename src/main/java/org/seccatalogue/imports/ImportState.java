package org.seccatalogue.imports;

/// How far an import has come.
public enum ImportState {
  /// Waits to be read, or is being read.
  READING,
  /// Not read to its end; nothing of it is kept. Its job says why.
  STOPPED,
  /// Read without errors, or rows with errors are left out: it may be applied.
  PLANNED,
  /// Read with errors: it cannot be applied as it is.
  REFUSED,
  /// Applied as a whole.
  APPLIED,
  /// Applied, and undone as a whole.
  UNDONE,
  /// Read without errors and not applied in time: its plan was removed.
  EXPIRED
}
