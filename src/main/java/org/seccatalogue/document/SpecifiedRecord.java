package org.seccatalogue.document;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// A record as a specification prints it, wherever it was read from.
///
/// @param digest SHA-256 of its revision, 64 hexadecimal digits, where the source vouches for it
public record SpecifiedRecord(
    RecordHead head, RecordType type, Attributes attributes, @Nullable String digest) {

  public RecordKey key() {
    return head.key();
  }

  public String stage() {
    return head.stage();
  }
}
