package org.seccatalogue.api.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The bundled contract in the words that the generator of clients understands. It allows the same
/// requests and answers, or says less of them; it is never served.
///
/// What the generator does not know, or makes something else of:
/// - `const`: becomes an `enum` of one value, which is also the default, so that whoever writes a
///   record need not name its type twice;
/// - an `enum` without a type: gets the type of its values; where the generator would write one
///   that cannot be read or refuses what is right, it is said in the description;
/// - `title` inside a schema: would become the name of a class, the same for several types; without
///   it, classes are named after the schema and the property that they are in;
/// - `unevaluatedProperties`, `propertyNames` and `additionalProperties: false`: are left out. A
///   client takes what it does not know, so that a new attribute breaks no program;
/// - `uniqueItems`: would make sets, which do not compile with enumerations in Java;
/// - limits of texts, numbers and lists: are left out. The server knows them, and a later one may
///   have others;
/// - attributes that stay open beside those of record types that are known: are open; whoever reads
///   them chooses the class;
/// - a choice between schemas: is said as the language says it ([ClientLanguage]);
/// - an operation that only goes on to another address: loses its answer for errors, which would be
///   what it returns;
/// - an answer that is text and no JSON: becomes a file, where it would be read as JSON;
/// - a parameter for each type of link: is left out, as `link` says the same.
final class ClientContract {

  private static final List<String> LEFT_OUT =
      List.of("unevaluatedProperties", "propertyNames", "title", "uniqueItems");

  private static final Set<String> LIMITS =
      Set.of("maxLength", "minLength", "pattern", "maxItems", "minItems", "minimum", "maximum");

  private final ClientLanguage language;

  private ClientContract(ClientLanguage language) {
    this.language = language;
  }

  /// A new document; the typed one stays as it is.
  static ObjectNode of(ObjectNode typed, ClientLanguage language) {
    ObjectNode document = typed.deepCopy();
    ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
    ClientContract contract = new ClientContract(language);
    schemas.forEach(contract::simplify);
    unlimit(document);
    document.path("paths").forEach(path -> path.forEach(contract::answers));
    document.path("paths").forEach(path -> path.forEach(operation -> links(document, operation)));
    if (language.inherits()) {
      Inheritance.insteadOfChoices(schemas);
    }
    return document;
  }

  /// A property that is called as a limit is has a schema, and a limit has none.
  private static void unlimit(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .removeIf(part -> LIMITS.contains(part.getKey()) && part.getValue().isValueNode());
    }
    node.forEach(ClientContract::unlimit);
  }

  private static void links(ObjectNode document, JsonNode operation) {
    if (operation.path("parameters") instanceof ArrayNode parameters) {
      parameters.removeIf(
          parameter ->
              document
                  .at(parameter.path("$ref").asText().replaceFirst("^#", ""))
                  .path(TypedContract.LINK)
                  .asBoolean());
    }
  }

  private void answers(JsonNode operation) {
    if (operation.path("responses") instanceof ObjectNode answers) {
      if (answers.propertyStream().noneMatch(answer -> answer.getKey().startsWith("2"))) {
        answers.remove("default");
      }
      if (!language.readsText()) {
        answers.forEach(ClientContract::textAsFile);
      }
    }
  }

  private static void textAsFile(JsonNode answer) {
    answer
        .path("content")
        .properties()
        .forEach(
            media -> {
              if (!media.getKey().endsWith("json")) {
                ((ObjectNode) media.getValue())
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary");
              }
            });
  }

  private void simplify(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      schema.remove(LEFT_OUT);
      if (schema.remove(TypedContract.MARK) != null) {
        schema.remove("anyOf");
      }
      openToMore(schema);
      constant(schema);
      enumeration(schema);
      schema.path("properties").forEach(this::simplify);
      simplify(schema.path("items"));
      simplify(schema.path("additionalProperties"));
    }
  }

  private static void openToMore(ObjectNode schema) {
    if (schema.path("additionalProperties").equals(BooleanNode.FALSE)) {
      schema.remove("additionalProperties");
    }
  }

  private static void constant(ObjectNode schema) {
    JsonNode value = schema.remove("const");
    if (value != null) {
      schema.putArray("enum").add(value);
      schema.set("default", value);
    }
  }

  private void enumeration(ObjectNode schema) {
    if (!(schema.get("enum") instanceof ArrayNode values)) {
      return;
    }
    if (!schema.has("type")) {
      schema.put("type", values.path(0).isIntegralNumber() ? "integer" : "string");
    }
    if (!language.enumerates()) {
      describe(schema, values);
    }
  }

  private static void describe(ObjectNode schema, ArrayNode values) {
    schema.remove("enum");
    String known = values.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    String description = schema.path("description").asText();
    schema.put("description", (description + " One of: " + known + ".").strip());
  }
}
