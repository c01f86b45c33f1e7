package org.seccatalogue.export;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /// Whether a reference means the same in a cell, among others with notes, as by itself.
  private static boolean isPlain(String reference) {
    return PLAIN.matcher(reference).matches() && RecordKey.parse(reference).isEmpty();
  }
}
