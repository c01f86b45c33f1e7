package org.seccatalogue.page.published.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.published.RoleCodes;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;
import org.seccatalogue.schema.RecordType;

/// What some types have to choose from for a role of codes.
///
/// @param values the codes of all their lists of that role; a code of two lists comes once
/// @param attributes the names of the attributes that take them
record Facet(List<CodeList.Value> values, List<String> attributes) {

  static Facet of(CatalogueSchema schema, CodeRole role, List<String> types) {
    Map<String, CodeList.Value> values = new LinkedHashMap<>();
    List<String> attributes =
        types.stream()
            .map(schema::typeOf)
            .sorted(Comparator.comparingInt(RecordType::order))
            .flatMap(type -> type.attributes().stream())
            .filter(attribute -> RoleCodes.list(attribute.type(), role).isPresent())
            .peek(
                attribute ->
                    RoleCodes.list(attribute.type(), role).stream()
                        .flatMap(list -> list.values().stream())
                        .forEach(value -> values.putIfAbsent(value.code(), value)))
            .map(attribute -> attribute.name())
            .distinct()
            .toList();
    return new Facet(List.copyOf(values.values()), attributes);
  }

  /// The facets of records that have a code.
  List<String> of(String code) {
    return attributes.stream().map(name -> name + "=" + code).toList();
  }

  boolean has(String code) {
    return values.stream().anyMatch(value -> value.code().equals(code));
  }

  String labelOf(String code) {
    return values.stream()
        .filter(value -> value.code().equals(code))
        .map(CodeList.Value::label)
        .findFirst()
        .orElse(code);
  }

  /// Its codes to choose from, after an entry for any.
  List<Choice> choices(String any, String chosen) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(new Choice("", any, chosen.isEmpty())),
            values.stream().map(v -> new Choice(v.code(), v.label(), v.code().equals(chosen))))
        .toList();
  }
}
