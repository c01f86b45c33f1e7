package org.seccatalogue.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// Of so many records it is kept what they are called.
  private static final int MOST_KEPT = 100_000;

  private final RecordSearch search;
  private final BulkLookup lookup;

  /// What people call records that rows named; absent where nothing but the key names one.
  private final Map<RecordKey, Optional<String>> called = new HashMap<>();

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
    Map<RecordKey, String> called = called(named);
    List<ExportRow> rows = new ArrayList<>(batch.size());
    for (RecordSearch.Digested digested : batch) {
      StoredRecord record = digested.record();
      ExportedRecord exported =
          new ExportedRecord(record.head(), record.attributes(), record.links());
      rows.add(new ExportRow(exported, digested.digest(), called));
    }
    return rows;
  }

  private Map<RecordKey, String> called(Set<RecordKey> named) {
    if (called.size() > MOST_KEPT) {
      called.clear();
    }
    List<String> unseen =
        named.stream().filter(key -> !called.containsKey(key)).map(RecordKey::toString).toList();
    Map<RecordKey, String> found = ExportRow.called(lookup.named(unseen));
    unseen.stream()
        .map(RecordKey::of)
        .forEach(key -> called.put(key, Optional.ofNullable(found.get(key))));
    Map<RecordKey, String> all = new HashMap<>();
    named.forEach(
        key -> called.getOrDefault(key, Optional.empty()).ifPresent(name -> all.put(key, name)));
    return all;
  }
}
