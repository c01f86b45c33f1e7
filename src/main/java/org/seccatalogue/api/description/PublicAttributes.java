package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Predicate;

/// What of its attributes a published record has: those that are internal only where whoever froze
/// it chose them, or where it was frozen when everything was published.
final class PublicAttributes {

  /// Names the record type of a schema of attributes.
  static final String MARK = "x-record-type";

  private static final String PUBLIC = "x-public";

  private PublicAttributes() {}

  /// Requires of a schema of attributes what is published of every record; leaves others alone.
  static void loosen(JsonNode schema) {
    if (schema.has(MARK)) {
      JsonNode attributes = schema.path("properties");
      require(schema, name -> attributes.path(name).path(PUBLIC).asBoolean());
      attributes.forEach(attribute -> loosenColumns(attribute.path("items")));
    }
  }

  /// The columns of a table are published with it, but for those that say otherwise.
  private static void loosenColumns(JsonNode row) {
    JsonNode columns = row.path("properties");
    require(row, name -> columns.path(name).path(PUBLIC).asBoolean(true));
  }

  private static void require(JsonNode schema, Predicate<String> published) {
    if (schema.path("required") instanceof ArrayNode required) {
      required.removeIf(one -> !published.test(one.asText()));
    }
  }
}
