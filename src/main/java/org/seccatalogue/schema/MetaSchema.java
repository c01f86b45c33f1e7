package org.seccatalogue.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks the text of a JSON or YAML file against a JSON Schema of ours.
public final class MetaSchema {

  /// Stands beside each pattern of ours that is about more than what can be stored.
  private static final String HINT = "x-patternHint";

  private static final JsonMapper JSON = new JsonMapper();

  private final Schema schema;
  private final JsonNode document;

  /// A schema from its JSON text.
  public MetaSchema(String json) {
    document = JSON.readTree(json);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json, InputFormat.JSON);
  }

  /// Every place where the file departs from the schema.
  public List<Finding> check(String file, String text, FindingCode code) {
    InputFormat format = file.endsWith(".json") ? InputFormat.JSON : InputFormat.YAML;
    try {
      return schema.validate(text, format).stream().map(e -> finding(file, e, code)).toList();
    } catch (JacksonException e) {
      String expected = "well-formed %s in line %d".formatted(format, e.getLocation().getLineNr());
      return List.of(Finding.error(code, new Place.InFile(file, ""), null, expected));
    } catch (IllegalArgumentException e) {
      return List.of(
          Finding.error(code, new Place.InFile(file, ""), null, "a well-formed " + format));
    }
  }

  private Finding finding(String file, Error error, FindingCode code) {
    String location = error.getInstanceLocation().toString();
    String pointer = location.startsWith("/") ? location : "";
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" ->
          at(file, pointer + "/" + property, code, property, "a name that is known here");
      case "required" -> at(file, pointer + "/" + property, code, null, "a value");
      default -> at(file, pointer, ofValue(code), found(error), expected(error));
    };
  }

  /// What is wrong with a value is no fault of the name of its field.
  private static FindingCode ofValue(FindingCode code) {
    return code == FindingCode.UNKNOWN_FIELD ? FindingCode.BAD_VALUE : code;
  }

  /// In words of ours, as far as the schemas ask for it.
  private String expected(Error error) {
    JsonNode asked = error.getSchemaNode();
    if (asked == null) {
      return error.getMessage();
    }
    return switch (error.getKeyword()) {
      case "type" -> asked.isArray() ? listed(asked, " or ") : kind(asked.asString());
      case "enum" -> "one of " + listed(asked, ", ");
      case "maxLength" -> "at most " + asked.asString() + " characters, not " + length(error);
      case "minLength" ->
          asked.asInt() == 1 ? "some text" : "at least " + asked.asString() + " characters";
      case "minimum" -> "a number from " + asked.asString();
      case "maximum" -> "a number up to " + asked.asString();
      case "minItems" -> "a list of at least " + asked.asString();
      case "maxItems" -> "a list of at most " + asked.asString();
      case "pattern" -> hint(error);
      default -> error.getMessage();
    };
  }

  /// What a schema says in words of the pattern that it asks for.
  private String hint(Error error) {
    String fragment = String.valueOf(error.getSchemaLocation().getFragment());
    int end = fragment.lastIndexOf('/');
    JsonNode asking = document.at(end < 0 ? "" : fragment.substring(0, end));
    return asking.path(HINT).asString("text that can be stored: one without the character U+0000");
  }

  private static String words(Error error) {
    return error.getInstanceNode() == null ? "" : error.getInstanceNode().asString();
  }

  private static int length(Error error) {
    String text = words(error);
    return text.codePointCount(0, text.length());
  }

  private static String listed(JsonNode values, String between) {
    return values.valueStream().map(JsonNode::asString).collect(Collectors.joining(between));
  }

  private static String kind(String type) {
    return switch (type) {
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "array" -> "a list";
      case "object" -> "an object";
      default -> type;
    };
  }

  /// A text without the marks of JSON around it, but where it should be no text.
  private static @Nullable String found(Error error) {
    JsonNode found = error.getInstanceNode();
    if (found == null) {
      return null;
    }
    boolean plain = found.isString() && !error.getKeyword().equals("type");
    return plain ? found.asString() : found.toString();
  }

  private static Finding at(
      String file, String pointer, FindingCode code, @Nullable String found, String expected) {
    return Finding.error(code, new Place.InFile(file, pointer), found, expected);
  }
}
