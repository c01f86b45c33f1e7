package org.seccatalogue.schema;

import java.util.List;

/// What a type of link may connect, and what it is called from either end.
///
/// @param derivation whether it says where a requirement comes from; coverage is counted by these
public record LinkRule(
    String name,
    String label,
    String inverse,
    boolean symmetric,
    boolean noteRequired,
    boolean derivation,
    String description,
    List<Pair> pairs) {

  private static final String ANY = "*";
  private static final String SAME = "same";

  /// Types that may stand at the two ends; `*` is any type, `same` the type of the other end.
  public record Pair(List<String> from, List<String> to) {
    boolean allows(String source, String target) {
      return (from.contains(ANY) || from.contains(source))
          && (to.contains(ANY)
              || to.contains(target)
              || (to.contains(SAME) && source.equals(target)));
    }
  }

  /// Whether a record of type `source` may have such a link to one of type `target`.
  public boolean allows(String source, String target) {
    return pairs.stream().anyMatch(pair -> pair.allows(source, target))
        || (symmetric && pairs.stream().anyMatch(pair -> pair.allows(target, source)));
  }

  /// Whether a record of this type may have such a link at all.
  public boolean mayStartAt(String source) {
    return pairs.stream().anyMatch(p -> p.from().contains(ANY) || p.from().contains(source));
  }
}
