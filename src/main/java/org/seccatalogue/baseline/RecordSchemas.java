package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.schema.RecordType;

/// The record types of a baseline as JSON Schemas for anybody's validator: of what a record says as
/// the bundle has it (`content`), with its attributes under `$defs/attributes`. Each stands alone,
/// uses no word that is not of JSON Schema 2020-12, and has an identifier that is the same
/// everywhere and of these record types alone.
public final class RecordSchemas {

  private static final String IDENTIFIER = "urn:sec-catalogue:record-type:";
  private static final String KEY = "^[A-Z]{3}-[0-9]{4,9}$";
  private static final String DATE = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
  private static final String OURS = "x-";

  private RecordSchemas() {}

  /// The schema of a record type, as canonical JSON.
  ///
  /// @param digest of the files of record types
  public static String of(CatalogueSchema schema, RecordType type, String digest) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", IDENTIFIER + type.name() + ":" + digest)
            .put("title", type.label())
            .put("description", type.description())
            .put("type", "object");
    ObjectNode properties = node.putObject("properties");
    properties.putObject("type").put("type", "string").putArray("enum").add(type.name());
    properties.putObject("parent").put("type", "string").put("pattern", KEY);
    properties.putObject("attributes").put("$ref", "#/$defs/attributes");
    properties
        .putObject("links")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/$defs/link");
    node.putArray("required").add("type").add("attributes").add("links");
    node.put("additionalProperties", false);
    ObjectNode definitions = node.putObject("$defs");
    definitions.set("attributes", attributes(type));
    definitions.set("link", link(schema.links()));
    return CanonicalJson.text(node);
  }

  private static ObjectNode attributes(RecordType type) {
    ObjectNode json = (ObjectNode) type.json().deepCopy();
    json.remove(List.of("$schema", "$id", "title", "description"));
    return plain(json);
  }

  private static ObjectNode link(List<LinkRule> rules) {
    ObjectNode link = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = link.putObject("properties");
    ArrayNode types = properties.putObject("type").put("type", "string").putArray("enum");
    rules.stream().map(LinkRule::name).distinct().forEach(types::add);
    properties.putObject("target").put("type", "string").put("pattern", KEY);
    properties.putObject("revision").put("type", "integer").put("minimum", 1);
    properties.putObject("note").put("type", "string");
    link.putArray("required").add("type").add("target").add("revision");
    return link.put("additionalProperties", false);
  }

  /// What validators know: our own words become part of the description.
  private static ObjectNode plain(ObjectNode schema) {
    ObjectNode plain = schema.objectNode();
    for (var word : schema.properties()) {
      String name = word.getKey();
      JsonNode value = word.getValue();
      if (name.equals("properties")) {
        ObjectNode properties = plain.putObject(name);
        value
            .properties()
            .forEach(p -> properties.set(p.getKey(), plain((ObjectNode) p.getValue())));
      } else if (name.equals("format")) {
        plain.put("pattern", DATE);
      } else if (!name.startsWith(OURS)) {
        plain.set(
            name, value instanceof ObjectNode inner && holdsSchema(name) ? plain(inner) : value);
      }
    }
    describe(plain, schema);
    return plain;
  }

  private static boolean holdsSchema(String word) {
    return List.of("items", "propertyNames", "additionalProperties").contains(word);
  }

  private static void describe(ObjectNode plain, ObjectNode schema) {
    List<String> parts = new ArrayList<>();
    String description = schema.path("description").asText();
    if (!description.isEmpty()) {
      parts.add(description);
    }
    if (schema.has("x-unit")) {
      parts.add("Unit: " + schema.path("x-unit").asText() + ".");
    }
    if (schema.has("x-labels")) {
      List<String> labels = new ArrayList<>();
      schema
          .path("x-labels")
          .properties()
          .forEach(l -> labels.add(l.getKey() + " = " + l.getValue().asText()));
      parts.add(String.join("; ", labels) + ".");
    }
    if (!parts.isEmpty()) {
      plain.put("description", String.join(" ", parts));
    }
  }
}
