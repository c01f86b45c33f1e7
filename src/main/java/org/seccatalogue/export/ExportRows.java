package org.seccatalogue.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.RecordPage;
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
        next =
            switch (search.find(query.from(next))) {
              case RecordPage.Page(List<StoredRecord> records, String after) -> {
                List<ExportRow> batch = batch(records);
                writing.write(() -> batch.forEach(row));
                yield after;
              }
              case RecordPage.Refused refused ->
                  throw new IllegalStateException(refused.toString());
            };
      } while (next != null);
      writing.finish();
    }
  }

  private List<ExportRow> batch(List<StoredRecord> records) {
    Set<String> names = new HashSet<>();
    for (StoredRecord record : records) {
      if (record.parent() != null) {
        names.add(record.parent().toString());
      }
      record.links().forEach(link -> names.add(link.target().toString()));
    }
    Map<String, RecordHead> named = lookup.named(names);
    Map<RecordKey, String> digests =
        lookup.digests(records.stream().map(StoredRecord::key).toList());
    List<ExportRow> rows = new ArrayList<>(records.size());
    for (StoredRecord record : records) {
      ExportedRecord exported =
          new ExportedRecord(record.head(), record.attributes(), record.links());
      rows.add(new ExportRow(exported, digests.getOrDefault(record.key(), ""), named));
    }
    return rows;
  }
}
