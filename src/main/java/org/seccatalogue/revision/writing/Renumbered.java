package org.seccatalogue.revision.writing;

import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// A record that gets another reference and says the same as before.
///
/// @param from empty where it had none
/// @param to of a number that is counted, its path; empty where it has none any more
public record Renumbered(RecordKey key, RecordType type, String from, String to) {

  /// A record that gives up a reference. Where its type asks for one, its key takes the place.
  public static Renumbered givingUp(RecordKey key, RecordType type, String reference) {
    boolean needed = type.playing(AttributeRole.REFERENCE).map(Attribute::required).orElse(false);
    return new Renumbered(key, type, reference, needed ? key.toString() : "");
  }

  /// The number that it says itself.
  String number() {
    return type.kind().makesTheOutline() ? Numbering.last(to) : to;
  }
}
