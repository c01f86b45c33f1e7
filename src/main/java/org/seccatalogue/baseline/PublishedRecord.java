package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.baseline.signing.Leaf;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// A record as a baseline holds it.
///
/// @param links those to records of the same baseline
/// @param digest SHA-256 of its canonical form, 64 hexadecimal digits
public record PublishedRecord(
    RecordHead head, RecordType type, Attributes attributes, List<Link> links, String digest) {

  public RecordKey key() {
    return head.key();
  }

  /// The keys of the record above it and of those that it links to.
  public Set<String> names() {
    return Stream.concat(Stream.ofNullable(head.parent()), links.stream().map(Link::target))
        .map(RecordKey::toString)
        .collect(Collectors.toSet());
  }

  /// The same without what is not looked at.
  public PublishedRecord without(Withheld withheld) {
    if (withheld.isNothing()) {
      return this;
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.set("attributes", attributes.json());
    withheld.takeFrom(content, type);
    List<Link> bare =
        withheld.linkNotes()
            ? links.stream()
                .map(l -> new Link(l.type(), l.target(), l.targetRevision(), null))
                .toList()
            : links;
    return new PublishedRecord(
        head, type, Attributes.stored((ObjectNode) content.path("attributes")), bare, digest);
  }

  /// Its leaf of the hash tree.
  public Leaf leaf() {
    return new Leaf(head.key(), head.revision(), head.stage(), digest);
  }
}
