package org.seccatalogue.workbook;

/// What a cell is to its spreadsheet program. A cell of any kind comes with the text that is read.
public enum CellKind {
  /// Text, or nothing.
  TEXT,
  /// A number; its text has all its digits, and the zeros that its format shows.
  NUMBER,
  /// A number that its format shows as a day or time; its text is ISO 8601.
  DATE,
  /// True or false; its text is Yes or No.
  BOOLEAN,
  /// An error such as `#REF!`, which is its text.
  ERROR,
  /// A formula whose value the file does not hold. It has no text.
  FORMULA_WITHOUT_VALUE,
  /// A number shown as a date that the date system of the workbook does not have.
  DATE_OUTSIDE_SYSTEM,
  /// A text longer than a cell may be; it is cut.
  TOO_LONG
}
