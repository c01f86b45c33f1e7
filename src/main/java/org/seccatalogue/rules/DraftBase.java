package org.seccatalogue.rules;

import java.util.List;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;

/// The record that a draft changes, as it is now.
public record DraftBase(RecordHead head, Attributes attributes, List<Link> links) {

  public DraftBase {
    links = List.copyOf(links);
  }
}
