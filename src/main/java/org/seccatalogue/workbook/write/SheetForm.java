package org.seccatalogue.workbook.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sheet looks like before any row is in it.
///
/// @param guarded whether what is locked is protected, without a password
/// @param rows how many rows of data it will have, below one row of headers; none when it has no
///     headers of its own
/// @param top how many rows stay in sight
public record SheetForm(
    String name,
    State state,
    boolean guarded,
    @Nullable Integer rows,
    List<Column> columns,
    int top) {

  public SheetForm(
      String name, State state, boolean guarded, @Nullable Integer rows, List<Column> columns) {
    this(name, state, guarded, rows, columns, rows == null ? 0 : 1);
  }

  /// The same with another number of rows of data.
  SheetForm holding(int number) {
    return new SheetForm(name, state, guarded, number, columns, top);
  }

  /// Whether people see it.
  public enum State {
    SHOWN,
    HIDDEN
  }

  /// One column.
  ///
  /// @param width in characters
  /// @param look of its cells, also of those that are empty
  /// @param choices the cells that hold what may be chosen, as a formula
  /// @param hint what belongs in it, shown at its header; may be empty
  public record Column(
      String header,
      double width,
      boolean hidden,
      Look look,
      @Nullable String choices,
      String hint) {

    /// A column of a sheet without headers.
    public static Column plain(double width) {
      return new Column("", width, false, Look.PLAIN, null, "");
    }
  }

  /// How a cell looks, and the number of its format among the styles of the workbook.
  public enum Look {
    PLAIN(0),
    TITLE(1),
    LABEL(2),
    WRAPPED(3),
    LINK(4),
    MARKING(5),
    HEADER(6),
    /// Cannot be changed while the sheet is protected.
    LOCKED(7),
    TEXT(8),
    /// Text that begins like a formula, and says that it is none.
    QUOTED(9),
    NUMBER(10),
    DATE(11),
    /// In a table, and leads away.
    REFERENCE(12);

    private final int format;

    Look(int format) {
      this.format = format;
    }

    int format() {
      return format;
    }

    boolean wraps() {
      return switch (this) {
        case WRAPPED, HEADER, TEXT, QUOTED, REFERENCE -> true;
        case PLAIN, TITLE, LABEL, LINK, MARKING, LOCKED, NUMBER, DATE -> false;
      };
    }
  }

  public SheetForm {
    columns = List.copyOf(columns);
  }

  /// The letters of a column, counted from 0.
  public static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + (char) ('A' + column % 26);
  }

  /// The sheet as formulas name it.
  String quoted() {
    return "'" + name.replace("'", "''") + "'";
  }
}
