package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole record as somebody asks for it: unchecked.
///
/// @param type name of the record type
/// @param parent key or reference of the record under which it stands; absent: a root
/// @param stage code of the stage to which it is to be moved; absent: the initial one for a new
///     record, else the one it has
/// @param attributes raw values by attribute name
public record RecordDraft(
    String type,
    @Nullable String parent,
    PlaceWish place,
    @Nullable String stage,
    JsonNode attributes,
    List<LinkDraft> links) {

  public RecordDraft {
    links = List.copyOf(links);
  }
}
