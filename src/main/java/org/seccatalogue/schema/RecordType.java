package org.seccatalogue.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a record may say: one file of `catalogue-schema/types/`.
///
/// @param prefix the three letters with which the keys of its records begin
/// @param section reference of the section where its records usually stand
/// @param devices codes of the devices that all its records are about
/// @param attributes in the order of columns, forms and documents
/// @param json the type as a self-contained JSON Schema
public record RecordType(
    String name,
    String label,
    String plural,
    String prefix,
    TypeKind kind,
    @Nullable String section,
    int order,
    List<String> devices,
    String description,
    List<Attribute> attributes,
    JsonNode json) {

  public RecordType {
    devices = List.copyOf(devices);
    attributes = List.copyOf(attributes);
  }

  public Optional<Attribute> attribute(String attributeName) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(attributeName)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /// The attribute that plays this role, if the type has one.
  public Optional<Attribute> playing(AttributeRole role) {
    for (Attribute attribute : attributes) {
      if (attribute.has(role)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }
}
