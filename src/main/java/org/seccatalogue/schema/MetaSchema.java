package org.seccatalogue.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import tools.jackson.core.JacksonException;

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
      default -> at(file, pointer, code, text(error), error.getMessage());
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
