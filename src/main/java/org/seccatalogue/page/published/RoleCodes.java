package org.seccatalogue.page.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;

/// Finds codes by what their enumerations are to readers, whatever the attributes are called.
public final class RoleCodes {

  private RoleCodes() {}

  /// The codes of all attributes of a record over lists of that role.
  public static List<String> of(PublishedRecord record, CodeRole role) {
    return record.type().attributes().stream()
        .filter(attribute -> list(attribute.type(), role).isPresent())
        .flatMap(attribute -> texts(record.attributes().get(attribute.name())))
        .distinct()
        .toList();
  }

  /// The texts of a value that is one code or a list of them.
  public static Stream<String> texts(@Nullable JsonNode value) {
    if (value == null) {
      return Stream.empty();
    }
    return value.isArray() ? value.valueStream().map(JsonNode::asText) : Stream.of(value.asText());
  }

  /// The codes of an attribute, when it takes one or several of a list of that role.
  public static Optional<CodeList> list(AttributeType type, CodeRole role) {
    return type.codes(role);
  }
}
