package org.seccatalogue.export;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// A record with what its row in a workbook says besides.
///
/// @param digest of its current revision
/// @param named its section and the targets of its links, by their keys
public record ExportRow(ExportedRecord record, String digest, Map<String, RecordHead> named) {

  private static final Pattern PLAIN = Pattern.compile("[^;()\\\\\\s][^;()\\\\\\v]*(?<!\\s)");

  /// What people call a record, where an import finds it by that; else its key.
  String name(RecordKey key) {
    return Optional.ofNullable(named.get(key.toString()))
        .map(RecordHead::reference)
        .filter(ExportRow::isPlain)
        .orElse(key.toString());
  }

  /// The keys of the records that the row names by references, by these.
  Map<String, String> meant() {
    Map<String, String> meant = new TreeMap<>();
    Stream.concat(
            Stream.ofNullable(record.parent()), record.links().stream().map(link -> link.target()))
        .filter(key -> !name(key).equals(key.toString()))
        .forEach(key -> meant.put(name(key), key.toString()));
    return meant;
  }

  /// Whether a reference means the same in a cell, among others with notes, as by itself.
  private static boolean isPlain(String reference) {
    return PLAIN.matcher(reference).matches() && RecordKey.parse(reference).isEmpty();
  }
}
