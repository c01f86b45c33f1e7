package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// The contract as clients see it: the hand-written one, bundled with the record types, so that a
/// record is one of several typed records, told apart by `type`.
@Path("/")
class ServedContract {

  private static final List<String> TYPED = List.of("Record", "RecordWrite", "PublishedRecord");

  private final String json;
  private final String yaml;

  ServedContract(Contract contract, CatalogueSchema schema) {
    ObjectNode document = contract.document();
    ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
    schema.types().forEach(type -> schemas.set(name(type) + "Attributes", attributes(type)));
    TYPED.forEach(name -> type(schemas, name, schema.types()));
    json = document.toPrettyString();
    try {
      yaml = new YAMLMapper().writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Path("openapi.json")
  @Produces("application/json")
  public String json() {
    return json;
  }

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public String yaml() {
    return yaml;
  }

  private static JsonNode attributes(RecordType type) {
    ObjectNode schema = type.json().deepCopy();
    schema.remove(List.of("$schema", "$id"));
    return schema;
  }

  /// Replaces an open schema by one for each record type.
  private static void type(ObjectNode schemas, String name, List<RecordType> types) {
    ObjectNode open = (ObjectNode) schemas.get(name);
    ObjectNode choice = schemas.objectNode();
    ArrayNode oneOf = choice.putArray("oneOf");
    ObjectNode discriminator = choice.putObject("discriminator").put("propertyName", "type");
    ObjectNode mapping = discriminator.putObject("mapping");
    for (RecordType type : types) {
      String typed = name(type) + name;
      ObjectNode schema = open.deepCopy();
      ObjectNode properties = (ObjectNode) schema.get("properties");
      properties.putObject("type").put("const", type.name());
      properties
          .putObject("attributes")
          .put("$ref", "#/components/schemas/" + name(type) + "Attributes");
      schemas.set(typed, schema);
      oneOf.addObject().put("$ref", "#/components/schemas/" + typed);
      mapping.put(type.name(), "#/components/schemas/" + typed);
    }
    schemas.set(name, choice);
  }

  private static String name(RecordType type) {
    return Arrays.stream(type.name().split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
