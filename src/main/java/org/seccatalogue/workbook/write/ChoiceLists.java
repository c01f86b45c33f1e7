package org.seccatalogue.workbook.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.write.SheetForm.Column;

/// What may be chosen in the cells of a workbook: each list is a column of a hidden sheet, since a
/// list within a cell's own rule can be neither long nor hold commas.
public final class ChoiceLists {

  private final Map<List<String>, String> formulas = new LinkedHashMap<>();

  /// The cells where a list stands; nothing for an empty list.
  public @Nullable String formula(List<String> choices) {
    return choices.isEmpty() ? null : formulas.computeIfAbsent(choices, this::next);
  }

  private String next(List<String> choices) {
    String column = "$" + SheetForm.letters(formulas.size()) + "$";
    return OwnSheets.LISTS + "!" + column + "2:" + column + (choices.size() + 1);
  }

  public SheetForm form() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.plain(30));
    formulas.keySet().stream().skip(1).forEach(_ -> columns.add(Column.plain(30)));
    return new SheetForm(OwnSheets.LISTS, SheetForm.State.HIDDEN, true, null, columns);
  }

  public void write(SheetWriter sheet) {
    sheet.values(List.of(new CellValue.Words(OwnSheets.LISTS_MARK)));
    int longest = formulas.keySet().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int at = i;
      List<@Nullable CellValue> row = new ArrayList<>();
      formulas.keySet().forEach(l -> row.add(at < l.size() ? words(l.get(at)) : null));
      sheet.values(row);
    }
  }

  private static CellValue words(String text) {
    return new CellValue.Words(text);
  }
}
