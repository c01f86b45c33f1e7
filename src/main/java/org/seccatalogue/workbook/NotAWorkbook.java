package org.seccatalogue.workbook;

import java.util.concurrent.Callable;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// A file cannot be read, or not to its end; the finding says what it is and what to do. Unchecked,
/// because a file may turn out to be broken in the middle of a stream of rows.
public final class NotAWorkbook extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final String LOCKED = "a workbook that is protected by a password";
  private static final String UNLOCK =
      "one without: open it, remove the password (in Excel under File, Info, Protect"
          + " Workbook) and send the new file";
  private static final Place FILE = new Place.Parameter("file");

  private final transient Finding finding;

  private NotAWorkbook(Finding finding, @Nullable Throwable cause) {
    super(finding.message(), cause);
    this.finding = finding;
  }

  /// It is something else, or cannot be understood.
  public static NotAWorkbook because(String found, String expected) {
    return new NotAWorkbook(
        Finding.error(FindingCode.UNREADABLE_FILE, FILE, found, expected), null);
  }

  /// It was a workbook once.
  public static NotAWorkbook damaged(String what, @Nullable Throwable cause) {
    String expected =
        "a whole workbook: open it in its program, save it again and send the new file";
    return new NotAWorkbook(
        Finding.error(FindingCode.UNREADABLE_FILE, FILE, what, expected), cause);
  }

  /// A limit is exceeded.
  public static NotAWorkbook tooLarge(Place place, String found, String limit) {
    return new NotAWorkbook(Finding.error(FindingCode.TOO_LARGE, place, found, limit), null);
  }

  public static NotAWorkbook tooLarge(String found, String limit) {
    return tooLarge(FILE, found, limit);
  }

  /// Does what reads a part of a file. Libraries answer a damaged file with exceptions of any kind.
  public static <T extends @Nullable Object> T guarded(String what, Callable<T> work) {
    try {
      return work.call();
    } catch (NotAWorkbook e) {
      throw e;
    } catch (EncryptedDocumentException e) {
      throw because(LOCKED, UNLOCK);
    } catch (Exception e) {
      throw damaged(what, e);
    }
  }

  /// It is protected by a password.
  public static NotAWorkbook locked() {
    return because(LOCKED, UNLOCK);
  }

  public Finding finding() {
    return finding;
  }
}
