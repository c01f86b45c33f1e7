package org.seccatalogue.schema;

import static org.seccatalogue.schema.LinksAndWorkflow.stream;
import static org.seccatalogue.schema.LinksAndWorkflow.textOrNull;
import static org.seccatalogue.schema.LinksAndWorkflow.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns a checked type file into a [RecordType].
final class TypeReader {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 100_000;

  private final JsonNode common;
  private final Map<String, CodeList> enumerations;
  private final OlderRoles olderRoles;

  /// @param roles gives attributes the roles that their file does not state
  TypeReader(JsonNode common, Map<String, CodeList> enumerations, OlderRoles roles) {
    this.common = common;
    this.enumerations = enumerations;
    this.olderRoles = roles;
  }

  RecordType read(JsonNode file) {
    List<Attribute> attributes = new ArrayList<>();
    stream(file.path("allOf")).map(this::shared).forEach(s -> attributes.addAll(attributes(s)));
    attributes.addAll(attributes(file));
    TypeKind kind = TypeKind.of(file.path("x-kind").asText());
    return new RecordType(
        file.path("$id").asText(),
        file.path("title").asText(),
        file.path("x-plural").asText(),
        file.path("x-prefix").asText(),
        kind,
        textOrNull(file.path("x-section")),
        file.path("x-order").asInt(),
        texts(file.path("x-devices")),
        file.path("description").asText(),
        olderRoles.given(kind, attributes),
        TypeJson.of(file, attributes));
  }

  private JsonNode shared(JsonNode reference) {
    String pointer = reference.path("$ref").asText().replaceFirst("^[^#]*#", "");
    return common.at(pointer);
  }

  private List<Attribute> attributes(JsonNode object) {
    Set<String> required = new HashSet<>(texts(object.path("required")));
    List<String> together = texts(object.path("x-uniqueTogether"));
    return object.path("properties").properties().stream()
        .map(
            e ->
                attribute(
                    e.getKey(),
                    e.getValue(),
                    required.contains(e.getKey()),
                    !together.isEmpty() && together.getLast().equals(e.getKey())
                        ? together
                        : List.of()))
        .toList();
  }

  private Attribute attribute(String name, JsonNode node, boolean required, List<String> together) {
    return new Attribute(
        name,
        node.path("x-label").asText(),
        type(node),
        required,
        textOrNull(node.path("x-requiredFrom")),
        when(node.path("x-requiredWhen")),
        roles(node.path("x-role")),
        textOrNull(node.path("x-group")),
        textOrNull(node.path("description")),
        new Attribute.Compared(
            node.path("x-unique").asBoolean(),
            together,
            textOrNull(node.path("x-notBefore")),
            when(node.path("x-absentWhen"))),
        texts(node.path("x-aliases")),
        node.get("default"));
  }

  private static Attribute.@Nullable When when(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new Attribute.When(node.path("attribute").asText(), texts(node.path("values")));
  }

  static Set<AttributeRole> roles(JsonNode node) {
    List<String> words = node.isTextual() ? List.of(node.asText()) : texts(node);
    return words.stream()
        .flatMap(word -> AttributeRole.of(word).stream())
        .collect(Collectors.toSet());
  }

  private AttributeType type(JsonNode node) {
    if (node.path("$ref").asText().endsWith("/measure")) {
      return new AttributeType.Measure(
          texts(node.path("x-units")), node.path("x-condition").asBoolean());
    }
    return switch (node.path("type").asText()) {
      case "boolean" -> new AttributeType.Flag();
      case "integer" -> number(node, 0);
      case "number" ->
          number(node, node.has("x-decimals") ? node.path("x-decimals").asInt() : null);
      case "array" -> list(node.path("items"));
      case "object" -> codeMap(node);
      default -> text(node);
    };
  }

  private AttributeType text(JsonNode node) {
    if (node.has("x-enumeration") || node.has("enum")) {
      return new AttributeType.Code(codes(node));
    }
    if (node.has("x-reference")) {
      return new AttributeType.Reference(
          texts(node.path("x-reference")).stream().filter(t -> !"*".equals(t)).toList());
    }
    if ("date".equals(node.path("format").asText())) {
      return new AttributeType.Date();
    }
    if (node.path("x-multiline").asBoolean()) {
      return new AttributeType.Text(node.path("maxLength").asInt(LONGEST_TEXT));
    }
    return new AttributeType.Line(node.path("maxLength").asInt(LONGEST_LINE), pattern(node));
  }

  private static AttributeType.@Nullable LinePattern pattern(JsonNode node) {
    return node.has("pattern")
        ? new AttributeType.LinePattern(
            Pattern.compile(node.path("pattern").asText()),
            node.path("x-patternHint").asText("text of another form"))
        : null;
  }

  private CodeList codes(JsonNode node) {
    if (node.has("enum")) {
      return CodeList.inline(texts(node.path("enum")));
    }
    CodeList list = enumerations.get(node.path("x-enumeration").asText());
    if (list == null) {
      throw new IllegalStateException("unchecked enumeration " + node);
    }
    return list;
  }

  private static AttributeType.Numeric number(JsonNode node, @Nullable Integer decimals) {
    return new AttributeType.Numeric(
        node.has("minimum") ? node.path("minimum").asDouble() : null,
        node.has("maximum") ? node.path("maximum").asDouble() : null,
        decimals,
        textOrNull(node.path("x-unit")));
  }

  private AttributeType list(JsonNode items) {
    return "object".equals(items.path("type").asText())
        ? new AttributeType.Table(attributes(items))
        : new AttributeType.ListOf(type(items));
  }

  private AttributeType codeMap(JsonNode node) {
    return new AttributeType.CodeMap(
        codes(node.path("propertyNames")),
        codes(node.path("additionalProperties")),
        textOrNull(node.path("x-keysFrom")));
  }
}
