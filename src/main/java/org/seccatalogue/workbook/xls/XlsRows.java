package org.seccatalogue.workbook.xls;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.CellKind;
import org.seccatalogue.workbook.NotAWorkbook;
import org.seccatalogue.workbook.SheetRow;
import org.seccatalogue.workbook.reading.NumberFormat;
import org.seccatalogue.workbook.reading.PulledRows;
import org.seccatalogue.workbook.reading.RowBuilder;

/// The rows of a sheet of an Excel 97-2003 workbook.
final class XlsRows extends PulledRows {

  private static final NumberFormat GENERAL = NumberFormat.of("General", false);

  private final XlsRecords records;
  private final @Nullable SSTRecord texts;
  private final List<NumberFormat> formats;
  private final RowBuilder row;
  private final BitSet hidden = new BitSet();

  /// The first cell of the next row, when it was read already.
  private @Nullable Record ahead;

  /// The formula whose text follows in a record of its own.
  private @Nullable FormulaRecord formula;

  XlsRows(
      XlsRecords records, @Nullable SSTRecord texts, List<NumberFormat> formats, RowBuilder row) {
    this.records = records;
    this.texts = texts;
    this.formats = formats;
    this.row = row;
  }

  @Override
  protected @Nullable SheetRow read() throws IOException {
    boolean begun = false;
    while (true) {
      @Nullable Record record = ahead == null ? records.next() : ahead;
      ahead = null;
      if (record == null) {
        return begun ? row.build() : null;
      }
      if (record instanceof CellValueRecordInterface cell && isRead(record)) {
        int number = cell.getRow() + 1;
        if (begun && number != row.number()) {
          ahead = record;
          return row.build();
        }
        if (!begun) {
          begin(number);
          begun = true;
        }
      }
      put(record);
    }
  }

  private static boolean isRead(Record record) {
    return record instanceof CellRecord
        || record instanceof LabelRecord
        || record instanceof FormulaRecord;
  }

  private void begin(int number) {
    if (number <= row.number()) {
      throw NotAWorkbook.damaged("a workbook whose rows are not in order", null);
    }
    row.begin(number, hidden.get(number));
  }

  private void put(Record record) {
    switch (record) {
      case RowRecord line -> hidden.set(line.getRowNumber() + 1, line.getZeroHeight());
      case LabelSSTRecord label -> text(label.getColumn(), shared(label.getSSTIndex()));
      case LabelRecord label -> text(label.getColumn(), label.getValue());
      case NumberRecord number ->
          number(number.getColumn(), number.getXFIndex(), number.getValue());
      case BoolErrRecord value when value.isBoolean() ->
          bool(value.getColumn(), value.getBooleanValue());
      case BoolErrRecord value -> error(value.getColumn(), value.getErrorValue());
      case FormulaRecord value -> formula(value);
      case StringRecord text when formula != null -> {
        text(formula.getColumn(), text.getString());
        formula = null;
      }
      default -> {}
    }
  }

  private String shared(int index) {
    if (texts == null || index < 0 || index >= texts.getNumUniqueStrings()) {
      throw NotAWorkbook.damaged("a workbook whose texts are not in the file", null);
    }
    return texts.getString(index).getString();
  }

  private void text(int column, String text) {
    row.put(column, text, CellKind.TEXT);
  }

  private void bool(int column, boolean value) {
    row.put(column, value ? "Yes" : "No", CellKind.BOOLEAN);
  }

  private void error(int column, int code) {
    String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
    row.put(column, text, CellKind.ERROR);
  }

  private void number(int column, int style, double value) {
    NumberFormat format = style >= 0 && style < formats.size() ? formats.get(style) : GENERAL;
    format.read(Double.toString(value), (text, kind) -> row.put(column, text, kind));
  }

  private void formula(FormulaRecord record) {
    formula = null;
    int column = record.getColumn();
    CellType type = record.getCachedResultTypeEnum();
    switch (type) {
      case STRING -> {
        if (record.hasCachedResultString()) {
          formula = record;
        }
      }
      case BOOLEAN -> bool(column, record.getCachedBooleanValue());
      case ERROR -> error(column, record.getCachedErrorValue());
      case NUMERIC -> number(column, record.getXFIndex(), record.getValue());
      case BLANK, _NONE, FORMULA -> {}
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
