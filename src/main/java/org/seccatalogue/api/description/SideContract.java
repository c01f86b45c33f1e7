package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.seccatalogue.schema.CatalogueSchema;

/// The contract of one side: its operations, what these reach of tags and components, and what the
/// hand-written contract says of the side as a whole.
final class SideContract {

  private static final String SIDES = "x-sides";
  private static final String PARAMETERS = "parameters";
  private static final String RESPONSES = "responses";
  private static final String REFERENCE = "$ref";

  private final ObjectNode document;
  private final Side side;
  private final JsonNode said;

  private SideContract(ObjectNode document, Side side) {
    this.document = document;
    this.side = side;
    this.said = document.path(SIDES).path(side.label());
  }

  /// A new document, bundled with the record types.
  static ObjectNode of(Contract contract, CatalogueSchema schema, Side side) {
    return of(TypedContract.of(contract, schema), side);
  }

  /// A new document; the whole one stays as it is.
  static ObjectNode of(ObjectNode whole, Side side) {
    return new SideContract(whole.deepCopy(), side).cut();
  }

  private ObjectNode cut() {
    describe();
    if (side == Side.PUBLIC) {
      document.path("components").path("schemas").forEach(PublicAttributes::loosen);
    }
    operations().forEachEntry((_, path) -> keep((ObjectNode) path));
    operations().properties().removeIf(path -> !hasOperation(path.getValue()));
    operations().forEach(path -> path.forEach(this::addWhatAllAnswer));
    Set<String> tags = new TreeSet<>();
    operations().findValues("tags").forEach(own -> own.forEach(tag -> tags.add(tag.asText())));
    document.withArray("tags").removeIf(tag -> !tags.contains(tag.path("name").asText()));
    Set<String> reached = new HashSet<>();
    reach(operations(), reached);
    document
        .path("components")
        .properties()
        .forEach(
            kind ->
                ((ObjectNode) kind.getValue())
                    .properties()
                    .removeIf(
                        part ->
                            !reached.contains(
                                "#/components/" + kind.getKey() + "/" + part.getKey())));
    return document;
  }

  private ObjectNode operations() {
    return (ObjectNode) document.path("paths");
  }

  private void describe() {
    ObjectNode info = (ObjectNode) document.path("info");
    info.set("title", said.path("title"));
    info.set("description", said.path("description"));
    document.set("servers", said.path("servers"));
    document.remove(SIDES);
  }

  private void keep(ObjectNode path) {
    path.properties().removeIf(part -> isOfAnotherSide(part.getValue()));
    path.forEach(
        part -> {
          if (part instanceof ObjectNode operation) {
            operation.remove(Side.MARK);
          }
        });
  }

  private boolean isOfAnotherSide(JsonNode part) {
    return part.has(Side.MARK) && Side.of(part) != side;
  }

  private static boolean hasOperation(JsonNode path) {
    return path.propertyStream().anyMatch(part -> !part.getKey().equals(PARAMETERS));
  }

  /// What every operation of the side may answer, and what every answer of it has in its head.
  private void addWhatAllAnswer(JsonNode operation) {
    if (!(operation.path(RESPONSES) instanceof ObjectNode answers)) {
      return;
    }
    said.path(RESPONSES)
        .properties()
        .forEach(answer -> answers.putIfAbsent(answer.getKey(), answer.getValue()));
    List<Map.Entry<String, JsonNode>> heads = List.copyOf(said.path("headers").properties());
    answers.forEach(answer -> heads.forEach(head -> add(head, answer)));
  }

  private void add(Map.Entry<String, JsonNode> head, JsonNode answer) {
    ObjectNode stated = answer.has(REFERENCE) ? (ObjectNode) at(answer) : (ObjectNode) answer;
    stated.withObjectProperty("headers").putIfAbsent(head.getKey(), head.getValue());
  }

  private JsonNode at(JsonNode reference) {
    return document.at(reference.path(REFERENCE).asText().substring(1));
  }

  private void reach(JsonNode node, Set<String> reached) {
    if (node.path(REFERENCE).isTextual() && reached.add(node.path(REFERENCE).asText())) {
      reach(at(node), reached);
    }
    node.forEach(part -> reach(part, reached));
  }
}
