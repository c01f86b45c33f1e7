package org.seccatalogue.rules;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// The record that a draft names.
public sealed interface Target {

  /// One that there is.
  record Known(RecordHead head) implements Target {}

  /// One that another draft of the same sitting makes.
  ///
  /// @param number of that draft
  record Peer(int number) implements Target {}

  /// None yet: [DraftRules#close] tells whether a later draft makes it.
  record Open(String name) implements Target {}

  /// Whether a target is the record of that key; none and none are the same.
  static boolean isKnown(@Nullable Target target, @Nullable RecordKey key) {
    return target == null
        ? key == null
        : target instanceof Known(RecordHead head) && head.key().equals(key);
  }
}
