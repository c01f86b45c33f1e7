package org.seccatalogue.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.bundle.shown.LookComparison;
import org.seccatalogue.bundle.shown.Seen;
import org.seccatalogue.bundle.shown.Shown;
import org.seccatalogue.finding.Excerpt;

/// Compares what two documents show. What is known to keep readers from seeing words stands first,
/// then what the words say and where they stand, then how they look and what is only known to be
/// another markup.
final class ShownComparison {

  private static final int MOST_SIGNS = 200;

  /// So many letters tell where something is.
  private static final int PLACE = 60;

  private ShownComparison() {}

  static List<Deviation> of(Shown expected, Shown found) {
    Predicate<Shown.Sign> first = sign -> rank(sign) == 0;
    List<Deviation> all = new ArrayList<>(signs(expected, found, first));
    all.addAll(TextComparison.of(expected.texts(), found.texts()));
    order(expected, found).ifPresent(all::add);
    LookComparison.of(expected.looks(), found.looks()).stream()
        .map(ShownComparison::look)
        .forEach(all::add);
    all.addAll(signs(expected, found, first.negate()));
    return all;
  }

  /// The first of the records that stand in both, but not in the same order.
  private static Optional<Deviation> order(Shown expected, Shown found) {
    Iterator<String> there = common(found, expected).iterator();
    return common(expected, found).stream()
        .filter(key -> !key.equals(there.next()))
        .findFirst()
        .map(
            key ->
                Deviation.at(key, "It stands at another place than it was published.", null, null));
  }

  private static List<String> common(Shown some, Shown others) {
    return some.texts().keySet().stream()
        .filter(key -> !key.isEmpty() && others.texts().containsKey(key))
        .toList();
  }

  private static List<Deviation> signs(Shown expected, Shown found, Predicate<Shown.Sign> which) {
    List<Deviation> all = new ArrayList<>();
    for (Shown.Sign sign : without(found.signs(), expected.signs())) {
      if (which.test(sign)) {
        all.add(
            Deviation.at(
                sign.key(),
                sign.what() + ". That was not published, and can change what a reader sees.",
                null,
                text(sign)));
      }
    }
    without(expected.signs(), found.signs()).stream()
        .filter(which)
        .filter(ShownComparison::isMissed)
        .forEach(sign -> all.add(gone(sign)));
    return all.subList(0, Math.min(all.size(), MOST_SIGNS));
  }

  /// Markup that is gone takes no words with it: a program leaves out what it does not need.
  private static boolean isMissed(Shown.Sign sign) {
    return !sign.what().equals(Shown.MARKUP);
  }

  private static Deviation gone(Shown.Sign sign) {
    return Deviation.at(
        sign.key(), sign.what() + ". That was published, and is not there.", text(sign), null);
  }

  /// However many things look otherwise, one row says so, and where the first is.
  private static Deviation look(LookComparison.Difference one) {
    Seen first = one.first();
    String times = one.times() == 1 ? "" : ", at %,d places".formatted(one.times());
    return new Deviation(
        first.key(),
        "",
        "%s%s: %s%s%s. That was not published so, and can change what a reader sees."
            .formatted(
                Shown.LOOK, first.kind().named(), one.in(), times, place(first, one.times())),
        one.expected(),
        one.found());
  }

  private static String place(Seen first, int times) {
    String words = first.words().strip();
    String around = first.around().isEmpty() ? "" : " in the " + first.around();
    if (words.isEmpty()) {
      return around;
    }
    String some = Excerpt.of(words, PLACE);
    return (times == 1 ? ", at “" : ", the first at “") + some + "”" + around;
  }

  private static @Nullable String text(Shown.Sign sign) {
    return sign.text().isEmpty() || sign.what().equals(Shown.ORDER) ? null : sign.text();
  }

  private static List<Shown.Sign> without(Set<Shown.Sign> some, Set<Shown.Sign> others) {
    Set<Shown.Sign> left = new HashSet<>(some);
    left.removeAll(others);
    return left.stream()
        .sorted(
            Comparator.comparingInt(ShownComparison::rank)
                .thenComparing(sign -> Objects.toString(sign.key(), ""))
                .thenComparing(Shown.Sign::what)
                .thenComparing(Shown.Sign::text))
        .toList();
  }

  /// What can be named comes first, then what looks otherwise, then what is only known to be there.
  private static int rank(Shown.Sign sign) {
    if (sign.what().startsWith(Shown.MARKUP)) {
      return 2;
    }
    return sign.what().startsWith(Shown.LOOK) ? 1 : 0;
  }
}
