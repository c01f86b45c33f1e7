package org.seccatalogue.workbook.write;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.workbook.write.SheetForm.Column;
import org.seccatalogue.xml.XmlWriter;

/// Writes what may be done to the cells of columns: what may be chosen, what is explained, and
/// whether they are kept from being changed.
final class ColumnRules {

  private static final int LAST_ROW = 1_048_576;
  private static final int LONGEST_HINT = 255;
  private static final int LONGEST_HINT_TITLE = 32;

  private final XmlWriter xml;

  ColumnRules(XmlWriter xml) {
    this.xml = xml;
  }

  /// Says what stays allowed, so that the sheet can be worked with: 0 is allowed.
  void protect() {
    xml.empty(
        "sheetProtection",
        "sheet",
        "1",
        "formatCells",
        "0",
        "formatColumns",
        "0",
        "formatRows",
        "0",
        "insertColumns",
        "0",
        "insertRows",
        "0",
        "deleteColumns",
        "0",
        "deleteRows",
        "0",
        "sort",
        "0",
        "autoFilter",
        "0");
  }

  void of(List<Column> columns) {
    List<Runnable> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String letters = SheetForm.letters(i);
      if (column.choices() != null) {
        all.add(() -> choice(letters, column));
      }
      if (!column.hint().isEmpty()) {
        all.add(() -> hint(letters, column));
      }
    }
    if (!all.isEmpty()) {
      xml.open("dataValidations", "count", String.valueOf(all.size()));
      all.forEach(Runnable::run);
      xml.close("dataValidations");
    }
  }

  private void choice(String letters, Column column) {
    xml.open(
        "dataValidation",
        "type",
        "list",
        "allowBlank",
        "1",
        "showErrorMessage",
        "1",
        "errorTitle",
        shortened(column.header(), LONGEST_HINT_TITLE),
        "error",
        "Choose a value from the list.",
        "sqref",
        letters + "2:" + letters + LAST_ROW);
    xml.open("formula1").text(String.valueOf(column.choices())).close("formula1");
    xml.close("dataValidation");
  }

  private void hint(String letters, Column column) {
    xml.empty(
        "dataValidation",
        "allowBlank",
        "1",
        "showInputMessage",
        "1",
        "promptTitle",
        shortened(column.header(), LONGEST_HINT_TITLE),
        "prompt",
        shortened(column.hint(), LONGEST_HINT),
        "sqref",
        letters + "1");
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
