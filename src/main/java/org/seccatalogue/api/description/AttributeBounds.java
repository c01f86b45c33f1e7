package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What holds of every attribute, and what the schema of a record type therefore does not say: the
/// limits that a body has, and what is kept of texts and whole numbers.
final class AttributeBounds {

  /// A body has at most so many bytes of JSON, and no text in it more characters.
  private static final int LONGEST_TEXT = 10_000_000;

  /// Each item of a list takes two bytes of a body or more.
  private static final int LONGEST_LIST = LONGEST_TEXT / 2;

  private static final int LONGEST_DATE = 10;
  private static final String STORABLE = "^[^\\u0000]*$";
  private static final String MOST = "maxLength";

  private AttributeBounds() {}

  /// Adds them to a schema and all schemas in it.
  static void add(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      switch (schema.path("type").asText()) {
        case "string" -> text(schema);
        case "array" -> list(schema);
        case "integer" -> whole(schema);
        default -> {}
      }
      schema.path("properties").forEach(AttributeBounds::add);
      add(schema.path("items"));
      add(schema.path("additionalProperties"));
    }
  }

  private static void text(ObjectNode schema) {
    if (schema.has("enum") || schema.has("const")) {
      return;
    }
    boolean date = schema.path("format").asText().equals("date");
    if (!schema.has(MOST)) {
      schema.put(MOST, date ? LONGEST_DATE : LONGEST_TEXT);
    }
    if (!date && !schema.has("pattern")) {
      schema.put("pattern", STORABLE);
    }
  }

  private static void list(ObjectNode schema) {
    int different = schema.path("items").path("enum").size();
    boolean once = schema.path("uniqueItems").asBoolean() && different > 0;
    schema.put("maxItems", once ? different : LONGEST_LIST);
  }

  private static void whole(ObjectNode schema) {
    schema.put("format", "int64");
    if (!schema.has("minimum")) {
      schema.put("minimum", Long.MIN_VALUE);
    }
    if (!schema.has("maximum")) {
      schema.put("maximum", Long.MAX_VALUE);
    }
  }
}
