package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole record as somebody asks for it: unchecked.
///
/// @param type name of the record type
/// @param parent key or reference of the record under which it stands; absent: a root
/// @param after key of the sibling after which it stands; absent: last for a new record, else
///     where it is
/// @param stage code of its stage; absent: the initial one for a new record, else the one it has
/// @param attributes raw values by attribute name
public record RecordDraft(
    String type,
    @Nullable String parent,
    @Nullable String after,
    @Nullable String stage,
    JsonNode attributes,
    List<LinkDraft> links) {

  public RecordDraft {
    links = List.copyOf(links);
  }
}
