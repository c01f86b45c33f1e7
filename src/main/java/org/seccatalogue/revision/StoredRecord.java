package org.seccatalogue.revision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// The current state of a record.
public record StoredRecord(
    RecordHead head,
    RecordType type,
    RecordVersion version,
    Attributes attributes,
    List<Link> links,
    Instant changedAt) {

  public RecordKey key() {
    return head.key();
  }

  public @Nullable RecordKey parent() {
    return head.parent();
  }

  public String stage() {
    return head.stage();
  }
}
