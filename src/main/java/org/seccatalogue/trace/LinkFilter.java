package org.seccatalogue.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A wish for records that have a link to another one.
///
/// @param type name of a type of link
/// @param target key or reference of the other record
public record LinkFilter(String type, String target) {

  /// Reads `name:key`; without a colon there is no key.
  public static LinkFilter of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new LinkFilter(text, "")
        : new LinkFilter(text.substring(0, colon), text.substring(colon + 1));
  }

  /// Those of the parameters of an address that have the name of a type of link.
  ///
  /// @param types names of types of link
  public static List<LinkFilter> named(
      Map<String, List<String>> parameters, Collection<String> types) {
    return types.stream()
        .distinct()
        .flatMap(
            type ->
                parameters.getOrDefault(type, List.of()).stream()
                    .filter(target -> !target.isBlank())
                    .map(target -> new LinkFilter(type, target.strip())))
        .toList();
  }

  static Stream<String> types(List<LinkFilter> filters) {
    return filters.stream().map(LinkFilter::type).distinct();
  }

  /// As one text.
  public String text() {
    return type + ":" + target;
  }
}
