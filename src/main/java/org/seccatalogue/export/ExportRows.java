package org.seccatalogue.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.seccatalogue.record.RecordKey;
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
      search.each(
          query,
          read -> {
            List<ExportRow> batch = rows(read);
            writing.write(() -> batch.forEach(row));
          });
      writing.finish();
    }
  }

  private List<ExportRow> rows(List<RecordSearch.Digested> batch) {
    Set<RecordKey> named = new HashSet<>();
    for (RecordSearch.Digested digested : batch) {
      StoredRecord record = digested.record();
      if (record.parent() != null) {
        named.add(record.parent());
      }
      record.links().forEach(link -> named.add(link.target()));
    }
    Map<RecordKey, String> called =
        ExportRow.called(lookup.named(named.stream().map(RecordKey::toString).toList()));
    List<ExportRow> rows = new ArrayList<>(batch.size());
    for (RecordSearch.Digested digested : batch) {
      StoredRecord record = digested.record();
      ExportedRecord exported =
          new ExportedRecord(record.head(), record.attributes(), record.links());
      rows.add(new ExportRow(exported, digested.digest(), called));
    }
    return rows;
  }
}
