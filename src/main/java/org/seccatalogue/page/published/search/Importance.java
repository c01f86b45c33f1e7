package org.seccatalogue.page.published.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.page.Choice;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;

/// The attribute that says how much a requirement matters, whatever it is called.
///
/// @param attribute its name
/// @param codes the first matters most
record Importance(String attribute, String label, CodeList codes) {

  static Optional<Importance> of(CatalogueSchema schema) {
    return schema.types().stream()
        .flatMap(type -> type.attributes().stream())
        .flatMap(
            attribute ->
                ServiceTable.list(attribute.type(), CodeRole.IMPORTANCE).stream()
                    .map(list -> new Importance(attribute.name(), attribute.label(), list)))
        .findFirst();
  }

  /// The filter by a code of it, as addresses have it.
  String filter(String code) {
    return attribute + ":" + code;
  }

  /// What a record says of it; empty if it says nothing.
  String of(PublishedRecord record) {
    return ServiceTable.codes(record, CodeRole.IMPORTANCE).stream()
        .findFirst()
        .map(codes::labelOf)
        .orElse("");
  }

  /// Its filters to choose from, after an entry for any.
  List<Choice> choices(String any, @Nullable String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", any, chosen == null)),
            codes.values().stream()
                .map(
                    value ->
                        new Choice(
                            filter(value.code()),
                            value.label(),
                            filter(value.code()).equals(chosen))))
        .toList();
  }
}
