package org.seccatalogue.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.continued.ContinuedText;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.ChoiceLists;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetForm.Column;

/// The form of the sheets of a workbook of records, whether they are drafted or published.
public final class RecordSheet {

  private RecordSheet() {}

  /// The first sheet, which says what the workbook is.
  public static SheetForm cover() {
    return new SheetForm(
        "About this workbook",
        SheetForm.State.SHOWN,
        false,
        null,
        List.of(Column.plain(40), Column.plain(85)));
  }

  /// The sheet of a record type.
  public static SheetForm form(
      RecordType type,
      CatalogueSchema schema,
      @Nullable Integer rows,
      List<ExportColumn> columns,
      ChoiceLists lists) {
    return new SheetForm(
        SheetName.of(type, schema),
        SheetForm.State.SHOWN,
        true,
        rows,
        columns.stream().map(column -> column(column, lists)).toList());
  }

  private static Column column(ExportColumn column, ChoiceLists lists) {
    return new Column(
        column.header(),
        column.width(),
        column.hidden(),
        column.look(),
        lists.formula(column.choices()),
        column.hint());
  }

  /// The rows of a record: one, and more below it where a text is too long for a cell.
  public static List<List<@Nullable CellValue>> rows(
      ExportRow row, List<ExportColumn> columns, ContinuedText.Room room) {
    List<@Nullable CellValue> values = values(row, columns);
    Map<Integer, List<String>> parts = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof CellValue.Words(String text)
          && ContinuedText.isNeeded(text, room)) {
        parts.put(i, ContinuedText.cells(text, room));
      }
    }
    int of = parts.values().stream().mapToInt(List::size).max().orElse(1);
    List<List<@Nullable CellValue>> rows = new ArrayList<>(of);
    for (int part = 0; part < of; part++) {
      rows.add(part == 0 ? values : continued(row.record().key(), part, of, values.size()));
      put(parts, part, rows.getLast());
    }
    return rows;
  }

  private static List<@Nullable CellValue> continued(RecordKey key, int part, int of, int columns) {
    List<@Nullable CellValue> cells = new ArrayList<>(Collections.nCopies(columns, null));
    cells.set(0, new CellValue.Words(ContinuedText.label(key.toString(), part + 1, of)));
    return cells;
  }

  private static void put(
      Map<Integer, List<String>> parts, int part, List<@Nullable CellValue> cells) {
    parts.forEach(
        (column, texts) -> {
          if (part < texts.size()) {
            cells.set(column, new CellValue.Words(texts.get(part)));
          }
        });
  }

  /// The cells of a record in one row.
  public static List<@Nullable CellValue> values(ExportRow row, List<ExportColumn> columns) {
    List<@Nullable CellValue> values = new ArrayList<>(columns.size());
    for (ExportColumn column : columns) {
      values.add(column.value().apply(row));
    }
    return values;
  }
}
