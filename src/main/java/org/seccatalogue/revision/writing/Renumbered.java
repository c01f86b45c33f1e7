package org.seccatalogue.revision.writing;

import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.RecordType;

/// A record that gets another reference and says the same as before.
///
/// @param from empty where it had none
/// @param to of a number that is counted, its path; empty where it has none any more
public record Renumbered(RecordKey key, RecordType type, String from, String to) {

  /// The number that it says itself.
  String number() {
    return type.kind().makesTheOutline() ? Numbering.last(to) : to;
  }
}
