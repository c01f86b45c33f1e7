package org.seccatalogue.workbook;

import java.util.List;
import java.util.regex.Pattern;

/// Keeps text that begins like a formula, or like the error of one, from being one.
///
/// In a workbook the cell says that it is text. A CSV file cannot say that: there such text begins
/// with an apostrophe, which is taken off again when the file is read; so does text that would lose
/// one then. A spreadsheet program that opens such a file and saves it as a workbook keeps them.
public final class FormulaGuard {

  private static final String STARTS = "=+-@\t\r";
  private static final String ERROR = "#";
  private static final Pattern GUARDED = Pattern.compile("'['=+\\-@#\\t\\r].*", Pattern.DOTALL);

  private FormulaGuard() {}

  /// Whether a spreadsheet might take text for a formula.
  public static boolean isNeeded(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }

  public static String guarded(String text) {
    return isNeeded(text) || text.startsWith(ERROR) || GUARDED.matcher(text).matches()
        ? "'" + text
        : text;
  }

  public static String unguarded(String text) {
    return GUARDED.matcher(text).matches() ? text.substring(1) : text;
  }

  /// The row of a workbook that a spreadsheet program made from a CSV file of ours.
  public static SheetRow unguarded(SheetRow row) {
    boolean guarded = row.cells().stream().anyMatch(text -> GUARDED.matcher(text).matches());
    List<String> cells = row.cells();
    return guarded
        ? row.with(cells.stream().map(FormulaGuard::unguarded).toList(), row.kinds())
        : row;
  }
}
