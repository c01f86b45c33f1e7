package org.seccatalogue.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes JSON in its one canonical form: after RFC 8785, with plain decimal numbers.
public final class CanonicalJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private CanonicalJson() {}

  /// The value that a JSON text of our own shows.
  public static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store holds what is not JSON", e);
    }
  }

  /// The canonical form of a value.
  public static String text(JsonNode node) {
    StringBuilder text = new StringBuilder(512);
    write(node, text);
    return text.toString();
  }

  static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, out);
      case ARRAY -> array(node, out);
      case STRING -> string(node.textValue(), out);
      case NUMBER -> out.append(node.decimalValue().stripTrailingZeros().toPlainString());
      case BOOLEAN, NULL -> out.append(node.asText());
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not a value of JSON: " + node.getNodeType());
    }
  }

  private static void object(JsonNode node, StringBuilder out) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    out.append('{');
    String separator = "";
    for (String name : names) {
      out.append(separator);
      string(name, out);
      out.append(':');
      write(node.get(name), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void array(JsonNode node, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (JsonNode item : node) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    if (standsForItself(text)) {
      out.append(text);
    } else {
      JsonStringEncoder.getInstance().quoteAsString(text, out);
    }
    out.append('"');
  }

  /// Whether nothing in a text is escaped, as in most.
  private static boolean standsForItself(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
