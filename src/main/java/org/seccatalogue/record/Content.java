package org.seccatalogue.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.RecordType;

/// What a revision says: its place, attributes and outgoing links.
///
/// The canonical form is JSON in UTF-8 without spaces, members sorted by name, numbers without
/// exponent or trailing zeros, links sorted by type and target, absent values left out. Equal
/// contents have equal canonical forms, and so equal digests.
public record Content(
    String type, @Nullable RecordKey parent, Attributes attributes, List<Link> links) {

  public Content {
    links = links.stream().sorted(Link.ORDER).toList();
  }

  /// The canonical form.
  public String canonical() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("attributes", attributes.values());
    ArrayNode array = node.putArray("links");
    links.forEach(link -> array.add(json(link)));
    if (parent != null) {
      node.put("parent", parent.toString());
    }
    node.put("type", type);
    return CanonicalJson.text(node);
  }

  /// SHA-256 of a canonical form, 32 bytes.
  public static byte[] digest(String canonical) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonical.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The content that a canonical form shows.
  public static Content parse(String canonical) {
    JsonNode node = CanonicalJson.parse(canonical);
    return read(node.path("type").asText(), node, Attributes::valid);
  }

  /// The content of a canonical form of our own, with the attributes in the order of the type.
  public static Content parsed(RecordType type, String canonical) {
    JsonNode node = CanonicalJson.parse(canonical);
    return read(type.name(), node, stored -> Attributes.inOrder(type, stored));
  }

  /// The same without the attributes that the type does not have.
  public static Content known(RecordType type, String canonical) {
    JsonNode node = CanonicalJson.parse(canonical);
    return read(type.name(), node, stored -> Attributes.known(type, stored));
  }

  private static Content read(
      String type, JsonNode node, Function<ObjectNode, Attributes> attributes) {
    return new Content(
        type,
        node.has("parent") ? RecordKey.of(node.path("parent").asText()) : null,
        attributes.apply((ObjectNode) node.path("attributes")),
        node.path("links").valueStream().map(Content::link).toList());
  }

  private static ObjectNode json(Link link) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", link.type())
            .put("target", link.target().toString())
            .put("revision", link.targetRevision());
    if (link.note() != null) {
      node.put("note", link.note());
    }
    return node;
  }

  private static Link link(JsonNode node) {
    return new Link(
        node.path("type").asText(),
        RecordKey.of(node.path("target").asText()),
        node.path("revision").asInt(),
        node.has("note") ? node.path("note").asText() : null);
  }
}
