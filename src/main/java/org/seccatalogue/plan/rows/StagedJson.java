package org.seccatalogue.plan.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.ValueText;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.RecordType;

/// Attributes as a plan holds them.
public final class StagedJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private StagedJson() {}

  public static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the plan holds what is not JSON", e);
    }
  }

  /// Attributes of that type as people write them: `Title: Clock accuracy`.
  public static String displayText(RecordType type, String text) {
    return object(text).properties().stream()
        .map(value -> displayText(type.attribute(value.getKey()).orElseThrow(), value.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// A value of an attribute as people write it.
  static String displayText(Attribute attribute, String value) {
    return ValueText.of(attribute.type(), object("{\"\":" + value + "}").path(""));
  }

  private static String displayText(Attribute attribute, JsonNode value) {
    return attribute.label() + ": " + ValueText.of(attribute.type(), value);
  }

  /// A link as people write it: its target, with the note in brackets.
  public static String link(String target, @Nullable String note) {
    return note == null || note.isEmpty() ? target : target + " (" + note + ")";
  }
}
