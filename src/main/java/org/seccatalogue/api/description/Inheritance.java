package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// Says a choice between schemas as inheritance: the choice becomes an object with the properties
/// that all alternatives have in common, and each alternative extends it by its own.
final class Inheritance {

  private final ObjectNode schemas;
  private final String name;
  private final ObjectNode choice;
  private final List<ObjectNode> alternatives;

  private Inheritance(ObjectNode schemas, String name) {
    this.schemas = schemas;
    this.name = name;
    this.choice = (ObjectNode) schemas.get(name);
    this.alternatives = choice.path("oneOf").valueStream().map(this::referred).toList();
  }

  private ObjectNode referred(JsonNode alternative) {
    String reference = alternative.path("$ref").asText();
    return (ObjectNode) schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /// Rewrites every choice with a discriminator among the schemas.
  static void insteadOfChoices(ObjectNode schemas) {
    schemas.properties().stream()
        .filter(e -> e.getValue().has("oneOf") && e.getValue().has("discriminator"))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(name -> new Inheritance(schemas, name).rewrite());
  }

  private void rewrite() {
    String discriminator = choice.path("discriminator").path("propertyName").asText();
    ObjectNode properties = schemas.objectNode();
    ArrayNode required = schemas.arrayNode();
    alternatives
        .getFirst()
        .path("properties")
        .properties()
        .forEach(
            e -> {
              if (e.getKey().equals(discriminator)) {
                properties.putObject(discriminator).put("type", "string");
              } else if (inAll("properties", e.getKey(), e.getValue())) {
                properties.set(e.getKey(), e.getValue());
              }
            });
    properties.fieldNames().forEachRemaining(property -> require(required, property));
    alternatives.forEach(alternative -> extend(alternative, properties));
    choice.remove("oneOf");
    choice.put("type", "object").set("properties", properties);
    choice.set("required", required);
  }

  private boolean inAll(String keyword, String property, JsonNode schema) {
    return alternatives.stream().allMatch(a -> schema.equals(a.path(keyword).get(property)));
  }

  private void require(ArrayNode required, String property) {
    if (alternatives.stream().allMatch(a -> requires(a, property))) {
      required.add(property);
    }
  }

  private static boolean requires(JsonNode schema, String property) {
    return schema.path("required").valueStream().anyMatch(n -> n.asText().equals(property));
  }

  private void extend(ObjectNode alternative, ObjectNode common) {
    ObjectNode own = alternative.deepCopy();
    List<String> names = common.propertyStream().map(Map.Entry::getKey).toList();
    ((ObjectNode) own.path("properties")).remove(names);
    ArrayNode required = own.arrayNode();
    own.path("required")
        .valueStream()
        .filter(n -> !names.contains(n.asText()))
        .forEach(required::add);
    own.set("required", required);
    JsonNode description = own.remove("description");
    alternative.removeAll();
    if (description != null) {
      alternative.set("description", description);
    }
    ArrayNode allOf = alternative.putArray("allOf");
    allOf.addObject().put("$ref", "#/components/schemas/" + name);
    allOf.add(own);
  }
}
