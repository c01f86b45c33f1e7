package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.trace.TracedLink;

/// A record as a baseline holds it.
///
/// @param path its place among the records that are published, counted without gaps
/// @param content the canonical form of what is published of it
/// @param links those to records that are published
record FrozenRecord(
    Leaf leaf,
    RecordType type,
    @Nullable String parent,
    String path,
    @Nullable String reference,
    String title,
    boolean provisional,
    ObjectNode attributes,
    String content,
    List<TracedLink> links) {

  String key() {
    return leaf.key().toString();
  }

  String name() {
    return reference == null ? key() : reference;
  }
}
