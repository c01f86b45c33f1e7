package org.seccatalogue.workbook.xls;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.NotAWorkbook;

/// The records of one substream of an Excel 97-2003 workbook: of its head, or of one sheet. Those
/// of charts within it are left out.
final class XlsRecords implements Closeable {

  private final InputStream in;
  private final RecordFactoryInputStream records;
  private int depth;
  private boolean ended;

  XlsRecords(InputStream in, int position) {
    this.in = in;
    this.records =
        guarded(
            () -> {
              in.skipNBytes(position);
              return new RecordFactoryInputStream(in, false);
            });
  }

  /// The next record; absent behind the last.
  @Nullable Record next() {
    while (!ended) {
      @Nullable Record record = guarded(records::nextRecord);
      if (record == null) {
        throw NotAWorkbook.damaged("a workbook that is cut short", null);
      }
      if (record instanceof EOFRecord) {
        depth--;
        ended = depth <= 0;
      } else if (record instanceof BOFRecord) {
        depth++;
        if (depth == 1) {
          return record;
        }
      } else if (depth == 1) {
        return record;
      }
    }
    return null;
  }

  static <T extends @Nullable Object> T guarded(Callable<T> work) {
    return NotAWorkbook.guarded("an Excel 97-2003 workbook that is cut short or damaged", work);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
