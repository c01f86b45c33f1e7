package org.seccatalogue.finding;

/// What kind of thing is wrong. Codes are stable: clients and tests may rely on them.
public enum FindingCode {
  /// A file of the catalogue's schema does not follow its meta-schema, or names what is not there.
  INVALID_SCHEMA,
  /// An import profile does not follow its schema, or names what is not there.
  INVALID_PROFILE,
  /// A file cannot be read as what it is said to be.
  UNREADABLE_FILE,
  /// A limit of size or number is exceeded.
  TOO_LARGE,
  /// A sheet, row or column is hidden; the finding says whether it was read.
  HIDDEN,
  /// Rows are not read, because the profile says so of what stands in a column.
  NOT_READ,
  /// Something of a text that stands in cells of several rows is missing, twice or out of order.
  CONTINUATION,
  /// A row goes on with the text of a row that is not directly above it.
  LONE_CONTINUATION,
  /// The cell holds an error of the spreadsheet, such as `#REF!`.
  CELL_ERROR,
  /// The cell holds a formula, and the file does not hold its value.
  FORMULA_WITHOUT_VALUE,
  /// The cell holds a number shown as a date that the workbook's date system does not have.
  DATE_OUTSIDE_SYSTEM,
  /// The cell looks as if a spreadsheet program had changed what was typed.
  DAMAGED_VALUE,
  /// Words of the cell are struck through, and are read like others.
  STRUCK_THROUGH,
  /// A sheet that a profile names is not in the workbook.
  UNKNOWN_SHEET,
  /// A column matches no attribute of the record type, or has no header.
  UNKNOWN_COLUMN,
  /// Two columns match the same attribute.
  DUPLICATE_COLUMN,
  /// A column that is needed is not there.
  MISSING_COLUMN,
  /// No record type of that name.
  UNKNOWN_TYPE,
  /// The record type has no attribute of that name.
  UNKNOWN_ATTRIBUTE,
  /// The request has a field or parameter that the contract does not know.
  UNKNOWN_FIELD,
  /// A required value is absent.
  MISSING_VALUE,
  /// The value is not of the attribute's kind, or outside its bounds.
  BAD_VALUE,
  /// A text was cut to the length that its attribute takes.
  SHORTENED,
  /// The code is not in its enumeration.
  UNKNOWN_CODE,
  /// The reference names no record.
  UNKNOWN_RECORD,
  /// The reference or link names a record of a type that is not allowed there.
  WRONG_TYPE,
  /// The value must be unique and is not.
  DUPLICATE,
  /// A row matches more than one record, or a number is only part of what records are called.
  AMBIGUOUS,
  /// A link of that type is not allowed, or lacks its note.
  BAD_LINK,
  /// The place in the outline is not possible.
  BAD_PLACE,
  /// The workflow does not let the record go to that stage, or keep it, in this way.
  BAD_STAGE,
  /// The record moved on since the import was planned.
  MOVED,
  /// The target of the link has changed since the link was made or confirmed.
  SUSPECT_LINK,
  /// The target of the link was withdrawn.
  BROKEN_LINK,
  /// The target of the link or reference is not in the baseline: it is left out there.
  LINK_OUTSIDE,
  /// A text of the record names a record that is not in the baseline.
  NAMES_OUTSIDE,
  /// The record has not come as far as the baseline asks for.
  BELOW_STAGE,
  /// The words of the record changed at its stage, and did not reach it.
  STAGE_NOT_REACHED,
  /// The requirement derives from nothing.
  NO_SOURCE,
  /// The heading or clause is not agreed.
  PROVISIONAL,
  /// The record has a protective marking.
  MARKED,
  /// Nothing fits.
  EMPTY,
  /// The row was not made from the revision that it names, or does not say from which.
  WRONG_BASE,
  /// A reference of an edited cell belongs to another record than when its row was exported.
  REFERENCE_PASSED,
  /// The row says again what its record said before somebody changed that.
  TAKES_BACK,
  /// The row empties what its record says.
  EMPTIES,
  /// The row says what a record says that was withdrawn.
  WITHDRAWN,
  /// The row withdraws its record, and is applied only when it is chosen by itself.
  WITHDRAWS,
  /// The row lowers the marking of its record, and is applied only when it is chosen by itself.
  LOWER_MARKING,
  /// A new row says nearly what a record says already.
  SIMILAR,
  /// A workbook and the catalogue both changed the same, and nobody decided yet.
  UNDECIDED,
  /// A row that is to be applied needs one that is left out.
  LEFT_OUT,
  /// There is nothing to sign with.
  NO_KEY,
  /// Somebody built on what is to be undone.
  BUILT_ON
}
