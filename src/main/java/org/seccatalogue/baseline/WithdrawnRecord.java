package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.record.CanonicalJson;

/// A record that an earlier baseline holds and that was withdrawn before this one was frozen.
///
/// @param replacement key of the record of the baseline that takes its place
public record WithdrawnRecord(String key, @Nullable String reason, @Nullable String replacement) {

  /// The record on one line, as canonical JSON.
  String line() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("key", key);
    if (reason != null) {
      node.put("reason", reason);
    }
    if (replacement != null) {
      node.put("replacedBy", replacement);
    }
    return CanonicalJson.text(node);
  }

  /// All of a baseline, a line for each. The manifest holds the SHA-256 of this text.
  public static String text(List<WithdrawnRecord> records) {
    return records.stream().map(record -> record.line() + "\n").collect(Collectors.joining());
  }

  /// The digest of a text of withdrawn records as the manifest has it, 64 hexadecimal digits.
  public static String digest(String text) {
    return Digests.hex(Digests.sha256(text));
  }
}
