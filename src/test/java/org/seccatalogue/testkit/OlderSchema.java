package org.seccatalogue.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;
import org.seccatalogue.schema.SchemaFiles;

/// The record types as they were frozen before all that documents print of notes, interactions and
/// options had a role.
public final class OlderSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LATER =
      Set.of("author", "kind", "raised-by", "response", "options", "letter", "state");

  private OlderSchema() {}

  public static SchemaFiles of(SchemaFiles files) {
    TreeMap<String, String> texts = new TreeMap<>(files.texts());
    texts.replaceAll((path, text) -> path.endsWith(".schema.json") ? without(text) : text);
    return new SchemaFiles(texts);
  }

  private static String without(String text) {
    try {
      JsonNode file = JSON.readTree(text);
      if (file.at("/$defs/roleName/enum") instanceof ArrayNode roles) {
        for (Iterator<JsonNode> all = roles.iterator(); all.hasNext(); ) {
          if (LATER.contains(all.next().asText())) {
            all.remove();
          }
        }
        ((ObjectNode) file.at("/$defs/column/properties")).put("x-role", false);
      }
      attributes(file.path("properties"));
      return JSON.writeValueAsString(file);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void attributes(JsonNode properties) {
    for (JsonNode property : properties) {
      if (property instanceof ObjectNode attribute) {
        if (LATER.contains(attribute.path("x-role").asText())) {
          attribute.remove("x-role");
        }
        for (JsonNode column : attribute.at("/items/properties")) {
          ((ObjectNode) column).remove("x-role");
        }
      }
    }
  }
}
