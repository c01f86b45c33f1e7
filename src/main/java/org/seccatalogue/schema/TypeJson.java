package org.seccatalogue.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Writes a record type as a self-contained JSON Schema 2020-12: what its file says, with the
/// common core and the enumerations put in.
final class TypeJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TypeJson() {}

  static ObjectNode of(JsonNode file, List<Attribute> attributes) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    for (String word : List.of("$id", "title", "description", "x-prefix", "x-kind", "x-section")) {
      if (file.has(word)) {
        schema.set(word, file.get(word));
      }
    }
    addProperties(schema, attributes);
    return schema;
  }

  private static void addProperties(ObjectNode schema, List<Attribute> attributes) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    attributes.forEach(attribute -> properties.set(attribute.name(), property(attribute)));
    ArrayNode required = NODES.arrayNode();
    attributes.stream()
        .filter(Attribute::required)
        .forEach(attribute -> required.add(attribute.name()));
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
  }

  private static ObjectNode property(Attribute attribute) {
    ObjectNode node = value(attribute.type());
    node.put("title", attribute.label());
    if (attribute.hint() != null) {
      node.put("description", attribute.hint());
    }
    if (attribute.requiredFrom() != null) {
      node.put("x-requiredFrom", attribute.requiredFrom());
    }
    if (attribute.required() && node.path("type").asText().equals("array")) {
      node.put("minItems", 1);
    }
    return node;
  }

  private static ObjectNode value(AttributeType type) {
    return switch (type) {
      case AttributeType.Line line -> line(line);
      case AttributeType.Text text -> typed("string").put("maxLength", text.maxLength());
      case AttributeType.Numeric number -> number(number);
      case AttributeType.Flag() -> typed("boolean");
      case AttributeType.Date() -> typed("string").put("format", "date");
      case AttributeType.Code code -> codes(code.codes());
      case AttributeType.Measure measure -> measure(measure);
      case AttributeType.Reference reference -> reference(reference);
      case AttributeType.ListOf list -> list(list);
      case AttributeType.CodeMap map -> map(map);
      case AttributeType.Table table -> table(table);
    };
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode line(AttributeType.Line line) {
    ObjectNode node = typed("string").put("maxLength", line.maxLength());
    if (line.pattern() != null) {
      node.put("pattern", line.pattern().pattern().pattern());
    }
    return node;
  }

  private static ObjectNode number(AttributeType.Numeric number) {
    ObjectNode node = typed(number.whole() ? "integer" : "number");
    if (number.minimum() != null) {
      node.put("minimum", number.minimum());
    }
    if (number.maximum() != null) {
      node.put("maximum", number.maximum());
    }
    if (number.unit() != null) {
      node.put("x-unit", number.unit());
    }
    return node;
  }

  private static ObjectNode codes(CodeList list) {
    ObjectNode node = typed("string");
    ArrayNode codes = node.putArray("enum");
    list.codes().forEach(codes::add);
    ObjectNode labels = NODES.objectNode();
    list.values().stream()
        .filter(value -> !value.label().equals(value.code()))
        .forEach(value -> labels.put(value.code(), value.label()));
    if (!labels.isEmpty()) {
      node.set("x-labels", labels);
    }
    return node;
  }

  private static ObjectNode measure(AttributeType.Measure measure) {
    ObjectNode node = typed("object");
    ObjectNode properties = node.putObject("properties");
    properties.putObject("value").put("type", "number");
    ArrayNode units = properties.putObject("unit").put("type", "string").putArray("enum");
    measure.units().forEach(units::add);
    ObjectNode together = node.putObject("dependentRequired");
    together.putArray("value").add("unit");
    together.putArray("unit").add("value");
    if (measure.condition()) {
      properties.putObject("condition").put("type", "string");
      node.put("minProperties", 1);
    } else {
      node.putArray("required").add("value").add("unit");
    }
    return node.put("additionalProperties", false);
  }

  private static ObjectNode reference(AttributeType.Reference reference) {
    ObjectNode node = typed("string").put("pattern", "^[A-Z]{3}-[0-9]{4,}$");
    ArrayNode types = node.putArray("x-reference");
    reference.types().forEach(types::add);
    return node;
  }

  private static ObjectNode list(AttributeType.ListOf list) {
    ObjectNode node = typed("array");
    if (list.item() instanceof AttributeType.Code) {
      node.put("uniqueItems", true);
    }
    node.set("items", value(list.item()));
    return node;
  }

  private static ObjectNode map(AttributeType.CodeMap map) {
    ObjectNode node = typed("object");
    node.set("propertyNames", codes(map.keys()));
    node.set("additionalProperties", codes(map.values()));
    return node;
  }

  private static ObjectNode table(AttributeType.Table table) {
    ObjectNode node = typed("array");
    addProperties(node.putObject("items"), table.columns());
    return node;
  }
}
