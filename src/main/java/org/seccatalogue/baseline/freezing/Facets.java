package org.seccatalogue.baseline.freezing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.RecordType;

/// The codes and flags of a record, by which readers filter and count: `fuel=E`, or for a code of a
/// code `response_times.OD=RT-30S`.
final class Facets {

  private Facets() {}

  static List<String> of(RecordType type, ObjectNode values) {
    List<String> facets = new ArrayList<>();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = values.get(attribute.name());
      if (value != null) {
        add(facets, attribute.name(), attribute.type(), value);
      }
    }
    return facets;
  }

  private static void add(List<String> facets, String name, AttributeType type, JsonNode value) {
    switch (type) {
      case AttributeType.Code _, AttributeType.Flag _ -> facets.add(name + "=" + value.asText());
      case AttributeType.ListOf list -> value.forEach(item -> add(facets, name, list.item(), item));
      case AttributeType.CodeMap _ ->
          value
              .properties()
              .forEach(e -> facets.add(name + "." + e.getKey() + "=" + e.getValue().asText()));
      case AttributeType.Line _,
          AttributeType.Text _,
          AttributeType.Numeric _,
          AttributeType.Date _,
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.Table _ -> {}
    }
  }
}
