package org.seccatalogue.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.RecordType;

/// A value that only one record of a type may have.
///
/// @param type name of the record type
/// @param attribute name of the attribute
/// @param json the value as JSON
public record UniqueValue(String type, String attribute, String json) {

  static List<UniqueValue> of(RecordType type, Attributes attributes) {
    List<UniqueValue> values = new ArrayList<>();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = attribute.unique() ? attributes.get(attribute.name()) : null;
      if (value != null) {
        values.add(new UniqueValue(type.name(), attribute.name(), value.toString()));
      }
    }
    return values;
  }

  /// The JSON object that the attributes of every record which has the value contain.
  public String object() {
    return "{\"" + attribute + "\":" + json + "}";
  }
}
