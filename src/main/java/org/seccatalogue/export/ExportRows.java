package org.seccatalogue.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.workbook.WriteBehind;

/// Reads the records of a query from the store, a batch at a time.
final class ExportRows {

  static final int BATCH = 1000;

  private final RecordSearch search;
  private final BulkLookup lookup;

  ExportRows(RecordSearch search, BulkLookup lookup) {
    this.search = search;
    this.lookup = lookup;
  }

  /// Gives all records of a query that is not refused, in the order of the outline.
  ///
  /// @param row called in another thread, by one at a time, while the next batch is read
  void each(RecordQuery query, Consumer<ExportRow> row) {
    try (WriteBehind writing = new WriteBehind()) {
      @Nullable String next = null;
      do {
        RecordSearch.Batch read = search.batch(query.from(next));
        List<ExportRow> batch = rows(read.records());
        writing.write(() -> batch.forEach(row));
        next = read.next();
      } while (next != null);
      writing.finish();
    }
  }

  private List<ExportRow> rows(List<RecordSearch.Digested> batch) {
    Set<String> names = new HashSet<>();
    for (RecordSearch.Digested digested : batch) {
      StoredRecord record = digested.record();
      if (record.parent() != null) {
        names.add(record.parent().toString());
      }
      record.links().forEach(link -> names.add(link.target().toString()));
    }
    Map<String, RecordHead> named = lookup.named(names);
    List<ExportRow> rows = new ArrayList<>(batch.size());
    for (RecordSearch.Digested digested : batch) {
      StoredRecord record = digested.record();
      ExportedRecord exported =
          new ExportedRecord(record.head(), record.attributes(), record.links());
      rows.add(new ExportRow(exported, digested.digest(), named));
    }
    return rows;
  }
}
