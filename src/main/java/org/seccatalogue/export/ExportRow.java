package org.seccatalogue.export;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// A record with what its row in a workbook says besides.
///
/// @param digest of its current revision
/// @param called what people call its section and the targets of its links
public record ExportRow(ExportedRecord record, String digest, Map<RecordKey, String> called) {

  private static final Pattern PLAIN = Pattern.compile("[^;()\\\\\\s][^;()\\\\\\v]*(?<!\\s)");

  /// What people call records, where an import finds them by that.
  ///
  /// @param named records by their keys
  public static Map<RecordKey, String> called(Map<String, RecordHead> named) {
    Map<RecordKey, String> called = new HashMap<>();
    named.forEach(
        (key, head) -> {
          if (head.reference() != null
              && key.equals(head.key().toString())
              && isPlain(head.reference())) {
            called.put(head.key(), head.reference());
          }
        });
    return called;
  }

  /// What people call a record; else its key.
  String name(RecordKey key) {
    String name = called.get(key);
    return name == null ? key.toString() : name;
  }

  /// The keys of the records that the row names by references, by these; and its own, which may get
  /// another reference without another revision.
  Map<String, String> meant(RecordType type) {
    Map<String, String> meant = new TreeMap<>();
    if (record.parent() != null) {
      addMeant(record.parent(), meant);
    }
    record.links().forEach(link -> addMeant(link.target(), meant));
    String own = record.head().reference();
    if (own != null && isPlain(own)) {
      meant.put(own, record.key().toString());
    } else if (own == null && type.playing(AttributeRole.REFERENCE).isPresent()) {
      meant.put(record.key().toString(), record.key().toString());
    }
    return meant;
  }

  private void addMeant(RecordKey key, Map<String, String> meant) {
    String name = called.get(key);
    if (name != null) {
      meant.put(name, key.toString());
    }
  }

  /// Whether a reference means the same in a cell, among others with notes, as by itself.
  private static boolean isPlain(String reference) {
    return PLAIN.matcher(reference).matches() && RecordKey.parse(reference).isEmpty();
  }
}
