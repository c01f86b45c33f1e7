package org.seccatalogue.page.published.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.seccatalogue.baseline.search.PublishedQuery;
import org.seccatalogue.page.shown.NamedBy;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// A filter by another record, to which a link leads or that an attribute names, as a field of the
/// search.
///
/// @param name of the parameter of the address, as that of the type of link
/// @param value of the parameter, as the key or reference of the other record; may be empty
/// @param said what people call the other record
/// @param open whether it can be filled in; else it only goes along with the rest
record LinkField(String name, String label, String value, String said, boolean open) {

  /// A field for each type of link that says where records come from, and what else is asked for.
  static List<LinkField> all(CatalogueSchema schema, List<LinkFilter> links) {
    List<LinkField> fields = new ArrayList<>();
    for (LinkRule rule : schema.links()) {
      List<String> targets =
          links.stream()
              .filter(link -> link.type().equals(rule.name()))
              .map(LinkFilter::target)
              .toList();
      if (rule.derivation() && targets.isEmpty()) {
        fields.add(of(rule, "", true));
      }
      for (int i = 0; i < targets.size(); i++) {
        fields.add(of(rule, targets.get(i), rule.derivation() && i == 0));
      }
    }
    return fields;
  }

  private static LinkField of(LinkRule rule, String value, boolean open) {
    String label = rule.label().substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    return new LinkField(rule.name(), label + rule.label().substring(1), value, value, open);
  }

  /// Records that attributes name. Those with codes have boxes to choose from.
  ///
  /// @param called what people call the record of a key or reference
  static List<LinkField> named(
      CatalogueSchema schema, List<PublishedQuery.Wanted> wanted, UnaryOperator<String> called) {
    return wanted.stream()
        .filter(one -> isNamed(schema, one))
        .map(
            one ->
                new LinkField(
                    "attribute",
                    NamedBy.label(schema, one.name()),
                    one.text(),
                    called.apply(one.code()),
                    false))
        .toList();
  }

  /// The same wishes, where other records are named otherwise.
  static List<PublishedQuery.Wanted> naming(
      CatalogueSchema schema, List<PublishedQuery.Wanted> wanted, UnaryOperator<String> names) {
    return wanted.stream()
        .map(
            one ->
                isNamed(schema, one)
                    ? new PublishedQuery.Wanted(one.name(), names.apply(one.code()))
                    : one)
        .toList();
  }

  private static boolean isNamed(CatalogueSchema schema, PublishedQuery.Wanted wanted) {
    List<AttributeType> types =
        schema.types().stream()
            .flatMap(type -> type.attribute(wanted.name()).stream())
            .map(Attribute::type)
            .toList();
    return types.stream().anyMatch(AttributeType::refers)
        && types.stream()
            .flatMap(type -> type.codeList().stream())
            .noneMatch(codes -> codes.find(wanted.code()).isPresent());
  }

  /// Whether it leaves anything out.
  public boolean isAsked() {
    return !value.isEmpty();
  }
}
