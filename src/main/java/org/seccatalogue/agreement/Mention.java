package org.seccatalogue.agreement;

import java.util.List;
import org.seccatalogue.record.RecordHead;

/// A record that names an existing code or agreement otherwise than by a stated interaction.
///
/// @param ways by what: the label of a link, with its note, or the label of an attribute
public record Mention(RecordHead record, List<String> ways) {

  public Mention {
    ways = List.copyOf(ways);
  }
}
