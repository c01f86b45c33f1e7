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

/// Checks the text of a JSON or YAML file against a JSON Schema of ours.
public final class MetaSchema {

  private final Schema schema;

  /// A schema from its JSON text.
  public MetaSchema(String json) {
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

  private static Finding finding(String file, Error error, FindingCode code) {
    String location = error.getInstanceLocation().toString();
    String pointer = location.startsWith("/") ? location : "";
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" ->
          at(file, pointer + "/" + property, code, property, "a name that is known here");
      case "required" -> at(file, pointer + "/" + property, code, null, "a value");
      case "maxLength" -> at(file, pointer, ofValue(code), words(error), expected(error));
      default -> at(file, pointer, code, text(error), expected(error));
    };
  }

  /// A text that is too long is a wrong value of a field that is known.
  private static FindingCode ofValue(FindingCode code) {
    return code == FindingCode.UNKNOWN_FIELD ? FindingCode.BAD_VALUE : code;
  }

  /// In words of ours, as far as the schemas ask for it.
  private static String expected(Error error) {
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
      default -> error.getMessage();
    };
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

  private static @Nullable String text(Error error) {
    return error.getInstanceNode() == null ? null : error.getInstanceNode().toString();
  }

  private static Finding at(
      String file, String pointer, FindingCode code, @Nullable String found, String expected) {
    return Finding.error(code, new Place.InFile(file, pointer), found, expected);
  }
}
