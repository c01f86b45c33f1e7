package org.seccatalogue.agreement;

import java.util.List;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.trace.TracedLink;

/// A record with all by which it can say something of an existing code or agreement.
///
/// @param links those that leave it
public record Voice(
    RecordHead head, RecordType type, Attributes attributes, List<TracedLink> links) {

  public Voice {
    links = List.copyOf(links);
  }
}
