package org.seccatalogue.workbook;

/// What stands in a cell for a value that is too long for any cell. Read again it says nothing: the
/// record keeps the value that it has.
public final class OmittedValue {

  private static final String BEGIN = "(not shown: ";
  private static final String END = " characters do not fit in a cell)";

  private OmittedValue() {}

  public static String mark(int characters) {
    return BEGIN + characters + END;
  }

  public static boolean isOne(String cell) {
    return cell.startsWith(BEGIN) && cell.strip().endsWith(END);
  }
}
