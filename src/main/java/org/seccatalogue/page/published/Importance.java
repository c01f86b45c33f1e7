package org.seccatalogue.page.published;

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
public record Importance(String attribute, String label, CodeList codes) {

  /// That of the first type that has one.
  public static Optional<Importance> of(CatalogueSchema schema) {
    return schema.types().stream()
        .flatMap(type -> type.attributes().stream())
        .flatMap(
            attribute ->
                RoleCodes.list(attribute.type(), CodeRole.IMPORTANCE).stream()
                    .map(list -> new Importance(attribute.name(), attribute.label(), list)))
        .findFirst();
  }

  /// The filter by a code of it, as addresses have it.
  public String filter(String code) {
    return attribute + ":" + code;
  }

  /// What a record says of it; empty if it says nothing.
  public String of(PublishedRecord record) {
    return RoleCodes.of(record, CodeRole.IMPORTANCE).stream()
        .findFirst()
        .map(codes::labelOf)
        .orElse("");
  }

  /// Its filters to choose from, after an entry for any.
  public List<Choice> choices(String any, @Nullable String chosen) {
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
