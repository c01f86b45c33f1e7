package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.signing.Leaf;
import org.seccatalogue.revision.selection.ChosenRecords.Chosen;
import org.seccatalogue.revision.selection.ChosenRecords.ChosenLink;
import org.seccatalogue.revision.selection.KnownContents;

/// A record as a baseline holds it.
///
/// @param shown the record as it is published, without its words
/// @param place among the records that are published, counted without gaps
/// @param facets the codes and flags of what is published
/// @param words what is published of it; absent when the same words were published before
/// @param links those to records that are published, as they are published
/// @param learnt what was found out of its content, if it was read
record FrozenRecord(
    Leaf leaf,
    Chosen shown,
    PublishedPlaces.Place place,
    boolean provisional,
    List<String> facets,
    @Nullable Words words,
    List<ChosenLink> links,
    KnownContents.@Nullable Known learnt) {

  /// @param said the canonical form of the attributes
  /// @param content the canonical form of all
  record Words(ObjectNode attributes, String said, String content) {}

  String key() {
    return shown.key();
  }

  String type() {
    return shown.type().name();
  }

  String name() {
    return shown.reference() == null ? key() : shown.reference();
  }
}
