package org.seccatalogue.spreadsheet;

/// How far an import has come.
public enum ImportState {
  /// Waits to be read, or is being read.
  READING,
  /// Not read to its end; nothing of it is kept. Its job says why.
  STOPPED,
  /// Read without errors: it may be applied.
  PLANNED,
  /// Read with errors: it can never be applied.
  REFUSED,
  /// Applied as a whole.
  APPLIED,
  /// Read without errors and not applied in time: its plan was removed.
  EXPIRED
}
