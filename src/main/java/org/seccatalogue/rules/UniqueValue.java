package org.seccatalogue.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.RecordType;

/// A value that only one record of a type may have, or several values that only one has together.
///
/// @param type name of the record type
/// @param attributes names of the attributes
/// @param object the JSON object that the attributes of every record which has them contain
public record UniqueValue(String type, List<String> attributes, String object) {

  public UniqueValue {
    attributes = List.copyOf(attributes);
  }

  static List<UniqueValue> of(RecordType type, Attributes attributes) {
    List<UniqueValue> values = new ArrayList<>();
    for (Attribute attribute : type.attributes()) {
      if (attribute.unique()) {
        of(type, List.of(attribute.name()), attributes).ifPresent(values::add);
      }
      if (!attribute.compared().together().isEmpty()) {
        of(type, attribute.compared().together(), attributes).ifPresent(values::add);
      }
    }
    return values;
  }

  /// Nothing where one of them is absent.
  private static Optional<UniqueValue> of(
      RecordType type, List<String> names, Attributes attributes) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode value = attributes.look(name);
      if (value == null) {
        return Optional.empty();
      }
      object.set(name, value);
    }
    return Optional.of(new UniqueValue(type.name(), names, object.toString()));
  }

  /// The name of the attribute where it is told.
  String attribute() {
    return attributes.getLast();
  }
}
