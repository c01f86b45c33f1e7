package org.seccatalogue.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// A record as a row shows it, of the draft or of a baseline.
public record ExportedRecord(RecordHead head, Attributes attributes, List<Link> links) {

  RecordKey key() {
    return head.key();
  }

  @Nullable RecordKey parent() {
    return head.parent();
  }

  String stage() {
    return head.stage();
  }
}
