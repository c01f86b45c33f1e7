package org.seccatalogue.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.workbook.FormulaGuard;
import org.seccatalogue.workbook.continued.ContinuedText.Room;
import org.seccatalogue.workbook.write.CellValue;

/// Writes records of one type into a CSV file (RFC 4180), in UTF-8 with the mark by which
/// spreadsheets know it.
final class CsvExport {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<ExportColumn> columns;
  private final ExportRows rows;

  CsvExport(RecordType type, CatalogueSchema schema, ExportRows rows) {
    this.columns = ExportColumns.toEdit(type, schema);
    this.rows = rows;
  }

  /// @param template whether only the headers are wanted
  void write(RecordQuery query, boolean template, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(columns.stream().map(ExportColumn::header).toList());
    if (!template) {
      rows.each(query, row -> fields(row).forEach(csv::writeRecord));
    }
    csv.flush();
  }

  private List<List<String>> fields(ExportRow row) {
    return RecordSheet.rows(row, columns, Room.FIELD).stream()
        .map(values -> values.stream().map(CsvExport::field).toList())
        .toList();
  }

  static String field(@Nullable CellValue value) {
    return switch (value) {
      case null -> "";
      case CellValue.Words(String text) -> FormulaGuard.guarded(text);
      case CellValue.Amount _, CellValue.Day _ -> value.asText();
    };
  }
}
