package org.seccatalogue.spreadsheet;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// A file cannot be read, or not to its end; the finding says what it is and what to do. Unchecked,
/// because a file may turn out to be broken in the middle of a stream of rows.
final class NotAWorkbook extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final Place FILE = new Place.Parameter("file");

  private final transient Finding finding;

  private NotAWorkbook(Finding finding, @Nullable Throwable cause) {
    super(finding.message(), cause);
    this.finding = finding;
  }

  /// It is something else, or cannot be understood.
  static NotAWorkbook because(String found, String expected) {
    return new NotAWorkbook(
        Finding.error(FindingCode.UNREADABLE_FILE, FILE, found, expected), null);
  }

  /// It was a workbook once.
  static NotAWorkbook damaged(String what, @Nullable Throwable cause) {
    String expected = "a whole workbook: open it in its program, save it anew and send that";
    return new NotAWorkbook(
        Finding.error(FindingCode.UNREADABLE_FILE, FILE, what, expected), cause);
  }

  /// A limit is exceeded.
  static NotAWorkbook tooLarge(Place place, String found, String limit) {
    return new NotAWorkbook(Finding.error(FindingCode.TOO_LARGE, place, found, limit), null);
  }

  static NotAWorkbook tooLarge(String found, String limit) {
    return tooLarge(FILE, found, limit);
  }

  Finding finding() {
    return finding;
  }
}
