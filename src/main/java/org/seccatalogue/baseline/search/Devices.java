package org.seccatalogue.baseline.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;
import org.seccatalogue.schema.RecordType;

/// The devices that record types know, and what applies to each: records that name it in an
/// attribute, and all records of the types that are about it.
public final class Devices {

  private final Map<String, CodeList.Value> values = new LinkedHashMap<>();
  private final List<RecordType> types = new ArrayList<>();

  public Devices(CatalogueSchema schema) {
    for (RecordType type : schema.types()) {
      List<CodeList> lists =
          type.attributes().stream().flatMap(attribute -> list(attribute).stream()).toList();
      lists.stream()
          .flatMap(list -> list.values().stream())
          .forEach(value -> values.putIfAbsent(value.code(), value));
      if (!lists.isEmpty() || !type.devices().isEmpty()) {
        types.add(type);
      }
    }
  }

  /// What applies to some devices.
  ///
  /// @param facets one of them: the record names a device
  /// @param types names of the types that are about one
  record Applying(List<String> facets, List<String> types) {

    Applying {
      facets = List.copyOf(facets);
      types = List.copyOf(types);
    }
  }

  /// The devices in the order of their enumerations; a code of several comes once.
  public List<CodeList.Value> values() {
    return List.copyOf(values.values());
  }

  /// The device with exactly that code.
  public Optional<CodeList.Value> find(String code) {
    return Optional.ofNullable(values.get(code));
  }

  /// The types whose records may apply to devices, in their order.
  public List<RecordType> types() {
    return List.copyOf(types);
  }

  /// The facets by which records of a type name a device.
  List<String> facets(RecordType type, String device) {
    return type.attributes().stream()
        .filter(attribute -> list(attribute).isPresent())
        .map(attribute -> attribute.name() + "=" + device)
        .toList();
  }

  Applying applying(List<String> devices) {
    return new Applying(
        types.stream()
            .flatMap(type -> devices.stream().flatMap(device -> facets(type, device).stream()))
            .distinct()
            .toList(),
        types.stream()
            .filter(type -> type.devices().stream().anyMatch(Set.copyOf(devices)::contains))
            .map(RecordType::name)
            .toList());
  }

  private static Optional<CodeList> list(Attribute attribute) {
    AttributeType type =
        attribute.type() instanceof AttributeType.ListOf list ? list.item() : attribute.type();
    return type instanceof AttributeType.Code(CodeList codes) && codes.has(CodeRole.DEVICE)
        ? Optional.of(codes)
        : Optional.empty();
  }
}
