package org.seccatalogue.spreadsheet;

import org.jspecify.annotations.Nullable;

/// What somebody decided about a row of an import, or about one cell of it.
///
/// @param row number of the row among all rows of the import
/// @param field name of what is in conflict; absent: the whole row
public record Decision(int row, @Nullable String field, Choice choice) {

  /// What is to be done.
  public enum Choice {
    /// Nothing is decided: a row that was left out is taken back.
    UNDECIDED,
    /// The catalogue keeps what it says.
    THEIRS,
    /// The catalogue is to say what the workbook says.
    OURS,
    /// The row is not read.
    LEAVE_OUT
  }
}
