package org.seccatalogue.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.OwnSheets;
import org.seccatalogue.workbook.continued.ContinuedText.Room;
import org.seccatalogue.workbook.write.ChoiceLists;
import org.seccatalogue.workbook.write.SheetForm;
import org.seccatalogue.workbook.write.SheetWriter;
import org.seccatalogue.workbook.write.XlsxFile;

/// Writes records into a workbook: a cover, then a sheet for each record type.
final class WorkbookExport {

  private final CatalogueSchema schema;
  private final ExportRows rows;
  private final ExportFacts facts;
  private final ChoiceLists lists = new ChoiceLists();

  WorkbookExport(CatalogueSchema schema, ExportRows rows, ExportFacts facts) {
    this.schema = schema;
    this.rows = rows;
    this.facts = facts;
  }

  void write(RecordQuery query, Instant now, OutputStream out) throws IOException {
    XlsxFile file = new XlsxFile(out, now, facts.marking());
    Map<RecordType, List<ExportColumn>> columns = columns();
    Map<RecordType, SheetForm> forms = new LinkedHashMap<>();
    columns.forEach((type, its) -> forms.put(type, form(type, its)));
    file.sheet(
        RecordSheet.cover(),
        sheet -> new CoverSheet(facts).write(sheet, List.copyOf(forms.values())));
    for (Map.Entry<RecordType, SheetForm> entry : forms.entrySet()) {
      RecordType type = entry.getKey();
      file.sheet(entry.getValue(), records(query.ofType(type.name()), columns.get(type)));
    }
    file.sheet(lists.form(), lists::write);
    file.finish(OwnSheets.MARK + ": " + facts.title());
  }

  private Map<RecordType, List<ExportColumn>> columns() {
    Map<RecordType, List<ExportColumn>> columns = new LinkedHashMap<>();
    facts
        .counts()
        .keySet()
        .forEach(
            name -> {
              RecordType type = schema.typeOf(name);
              columns.put(type, ExportColumns.toEdit(type, schema));
            });
    return columns;
  }

  private SheetForm form(RecordType type, List<ExportColumn> columns) {
    return RecordSheet.form(type, schema, facts.counts().get(type.name()), columns, lists);
  }

  private Consumer<SheetWriter> records(RecordQuery query, @Nullable List<ExportColumn> columns) {
    List<ExportColumn> all = columns == null ? List.of() : columns;
    return sheet -> {
      if (!facts.template()) {
        rows.each(query, row -> RecordSheet.rows(row, all, Room.CELL).forEach(sheet::values));
      }
    };
  }
}
