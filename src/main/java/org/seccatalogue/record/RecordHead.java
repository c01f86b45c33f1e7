package org.seccatalogue.record;

import org.jspecify.annotations.Nullable;

/// What lists, headings and links show of a record.
///
/// @param reference the stable reference by which people name it, if its type has one
/// @param provisional whether its heading is not agreed
public record RecordHead(
    RecordKey key,
    String type,
    String title,
    @Nullable String reference,
    String stage,
    int revision,
    @Nullable RecordKey parent,
    boolean provisional) {

  /// The reference, or the key when there is none.
  public String name() {
    return reference == null ? key.toString() : reference;
  }
}
