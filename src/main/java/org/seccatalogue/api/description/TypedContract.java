package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// The hand-written contract, bundled with the record types: a record is one of several typed
/// records, told apart by `type`.
final class TypedContract {

  /// Marks the schemas that are open in the hand-written contract and typed in the bundled one.
  static final String MARK = "x-typed";

  /// Marks the parameter of a type of link.
  static final String LINK = "x-link";

  private static final String REFERENCE = "#/components/parameters/";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String ATTRIBUTES = "attributes";

  private TypedContract() {}

  /// A new document; the contract stays as it is.
  static ObjectNode of(Contract contract, CatalogueSchema schema) {
    ObjectNode document = contract.document();
    ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
    schema.types().forEach(type -> schemas.set(attributesOf(type), attributes(type)));
    marked(schemas).forEach(name -> type(schemas, name, schema.types()));
    schemas.forEach(open -> nameTypes(open.at("/properties/attributes"), schema.types()));
    links(document, schema.links());
    return document;
  }

  /// Adds a parameter for each type of link beside the one that stands for all of them.
  private static void links(ObjectNode document, List<LinkRule> rules) {
    ObjectNode parameters = (ObjectNode) document.path("components").path("parameters");
    List<Map.Entry<String, JsonNode>> marked =
        parameters.properties().stream()
            .filter(e -> e.getValue().path(Operation.LINKS).asBoolean())
            .toList();
    List<String> all = marked.stream().map(e -> REFERENCE + e.getKey()).toList();
    JsonNode values = marked.getFirst().getValue().path("schema");
    rules.forEach(rule -> parameters.set(name(rule), link(rule, values)));
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      if (operation.path("parameters") instanceof ArrayNode own
                          && own.valueStream()
                              .anyMatch(p -> all.contains(p.path("$ref").asText()))) {
                        rules.forEach(rule -> own.addObject().put("$ref", REFERENCE + name(rule)));
                      }
                    }));
  }

  /// @param values what the parameter for all of them may be
  private static ObjectNode link(LinkRule rule, JsonNode values) {
    ObjectNode parameter = JsonNodeFactory.instance.objectNode();
    parameter
        .put("name", rule.name())
        .put("in", "query")
        .put(LINK, true)
        .put(
            "description",
            ("Key or reference of a record: those that have the link “%s” to it. Given more"
                    + " than once, any of them.")
                .formatted(rule.label()));
    parameter.set("schema", values);
    return parameter.put("style", "form").put("explode", true);
  }

  private static String name(LinkRule rule) {
    return "Linked" + name(rule.name().split("_", -1));
  }

  private static List<String> marked(ObjectNode schemas) {
    return schemas.properties().stream()
        .filter(e -> e.getValue().path(MARK).asBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Names the schema of each record type beside attributes that stay open, as of a baseline, which
  /// may have other types.
  private static void nameTypes(JsonNode attributes, List<RecordType> types) {
    if (attributes instanceof ObjectNode open && open.path(MARK).asBoolean()) {
      ArrayNode choices = open.putArray("anyOf");
      choices
          .addObject()
          .put("type", "object")
          .put("description", "Of a type that only the baseline has.");
      types.forEach(type -> choices.addObject().put("$ref", SCHEMAS + attributesOf(type)));
    }
  }

  private static JsonNode attributes(RecordType type) {
    ObjectNode schema = type.json().deepCopy();
    schema.remove(List.of("$schema", "$id"));
    schema.put(PublicAttributes.MARK, type.name());
    AttributeBounds.add(schema);
    return schema;
  }

  /// Replaces an open schema by one for each record type.
  private static void type(ObjectNode schemas, String name, List<RecordType> types) {
    ObjectNode open = (ObjectNode) schemas.get(name);
    ObjectNode choice = schemas.objectNode();
    choice.set("description", open.path("description"));
    ArrayNode oneOf = choice.putArray("oneOf");
    ObjectNode discriminator = choice.putObject("discriminator").put("propertyName", "type");
    ObjectNode mapping = discriminator.putObject("mapping");
    for (RecordType type : types) {
      String typed = name(type) + name;
      schemas.set(typed, typed(open, type));
      oneOf.addObject().put("$ref", SCHEMAS + typed);
      mapping.put(type.name(), SCHEMAS + typed);
    }
    schemas.set(name, choice);
  }

  private static ObjectNode typed(ObjectNode open, RecordType type) {
    ObjectNode schema = open.deepCopy();
    schema.remove(MARK);
    schema.put("description", type.label() + ". " + open.path("description").asText());
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.putObject("type").put("const", type.name());
    properties.putObject(ATTRIBUTES).put("$ref", SCHEMAS + attributesOf(type));
    return schema;
  }

  private static String attributesOf(RecordType type) {
    return name(type) + "Attributes";
  }

  private static String name(RecordType type) {
    return name(type.name().split("-", -1));
  }

  private static String name(String... words) {
    return Arrays.stream(words)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
