package org.seccatalogue.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sheet looks like before any row is in it.
///
/// @param guarded whether what is locked is protected, without a password
/// @param rows how many rows of data it will have, below one row of headers; none when it has no
///     headers
record SheetForm(
    String name, State state, boolean guarded, @Nullable Integer rows, List<Column> columns) {

  /// Whether people see it.
  enum State {
    SHOWN,
    HIDDEN
  }

  /// One column.
  ///
  /// @param width in characters
  /// @param look of its cells, also of those that are empty
  /// @param choices the cells that hold what may be chosen, as a formula
  /// @param hint what belongs in it, shown at its header
  record Column(
      String header,
      double width,
      boolean hidden,
      Look look,
      @Nullable String choices,
      @Nullable String hint) {

    /// A column of a sheet without headers.
    static Column plain(double width) {
      return new Column("", width, false, Look.PLAIN, null, null);
    }
  }

  /// How a cell looks. The order is that of the formats in the styles of the workbook.
  enum Look {
    PLAIN,
    TITLE,
    LABEL,
    WRAPPED,
    LINK,
    MARKING,
    HEADER,
    /// Cannot be changed while the sheet is protected.
    LOCKED,
    TEXT,
    /// Text that begins like a formula, and says that it is none.
    QUOTED,
    NUMBER,
    DATE;

    int format() {
      return ordinal();
    }
  }

  SheetForm {
    columns = List.copyOf(columns);
  }

  /// The letters of a column, counted from 0.
  static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + (char) ('A' + column % 26);
  }

  /// The sheet as formulas name it.
  String quoted() {
    return "'" + name.replace("'", "''") + "'";
  }
}
