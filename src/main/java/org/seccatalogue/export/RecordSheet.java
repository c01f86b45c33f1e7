package org.seccatalogue.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.mapping.SheetName;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
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

  /// The cells of a record.
  public static List<@Nullable CellValue> values(ExportRow row, List<ExportColumn> columns) {
    List<@Nullable CellValue> values = new ArrayList<>(columns.size());
    for (ExportColumn column : columns) {
      values.add(column.value().apply(row));
    }
    return values;
  }
}
