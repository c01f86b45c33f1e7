package org.seccatalogue.page.published.search;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.LinkFilter;

/// A filter by a link to another record, as a field of the search.
///
/// @param name of the type of link, which is the parameter of the address
/// @param value key or reference of the other record; may be empty
/// @param open whether it can be filled in; else it only goes along with the rest
record LinkField(String name, String label, String value, boolean open) {

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
    return new LinkField(rule.name(), label + rule.label().substring(1), value, open);
  }

  /// Whether it leaves anything out.
  public boolean isAsked() {
    return !value.isEmpty();
  }
}
