package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares how things look that stand at the same place. What differs in the same way is one
/// difference, however often.
public final class LookComparison {

  /// Another writer rounds lengths, in twentieths of a point.
  private static final int ROUNDED = 10;

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  /// Another writer breaks the page above instead; nothing is hidden on fewer pages.
  private static final String NEW_PAGE = "pageBreakBefore";

  private static final String NUMBER_OF = "how many there are";

  /// So many empty paragraphs more or less push nothing away.
  private static final int EMPTY = 2;

  private final Map<Way, Difference> differences = new LinkedHashMap<>();
  private final Map<Seen.Kind, Set<SortedMap<String, String>>> anywhere;

  private LookComparison(List<Seen> expected) {
    anywhere =
        expected.stream()
            .collect(
                Collectors.groupingBy(
                    Seen::kind, Collectors.mapping(Seen::said, Collectors.toSet())));
  }

  /// One way in which some things differ.
  ///
  /// @param in what they differ, for people
  /// @param first the first of them
  /// @param expected what was said of it, absent when nothing was
  /// @param found what is said of it, absent when nothing is
  /// @param times how many they are
  public record Difference(
      String in, Seen first, @Nullable String expected, @Nullable String found, int times) {

    private Difference again() {
      return new Difference(in, first, expected, found, times + 1);
    }
  }

  private record Way(Seen.Kind kind, String in) {}

  /// Things that correspond one by one.
  private record Group(@Nullable String key, String around, Seen.Kind kind) {

    static Group of(Seen one) {
      return new Group(one.key(), one.around(), one.kind());
    }
  }

  /// The differences: those of words first, then in the order in which they begin.
  public static List<Difference> of(List<Seen> expected, List<Seen> found) {
    LookComparison comparison = new LookComparison(expected);
    Map<Group, List<Seen>> before = grouped(expected);
    Map<Group, List<Seen>> after = grouped(found);
    Set<Group> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    all.forEach(
        group ->
            comparison.compare(
                group.kind,
                before.getOrDefault(group, List.of()),
                after.getOrDefault(group, List.of())));
    return comparison.differences.values().stream()
        .sorted(Comparator.comparing(one -> one.first().kind()))
        .toList();
  }

  private static Map<Group, List<Seen>> grouped(List<Seen> all) {
    return all.stream()
        .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
  }

  private void compare(Seen.Kind kind, List<Seen> expected, List<Seen> found) {
    if (kind == Seen.Kind.WORDS) {
      words(expected, found);
    } else if (expected.size() == found.size()) {
      for (int i = 0; i < found.size(); i++) {
        compare(found.get(i), expected.get(i).said());
      }
    } else {
      number(kind, expected, found);
      strays(expected, found);
    }
  }

  private void number(Seen.Kind kind, List<Seen> expected, List<Seen> found) {
    int more = Math.abs(expected.size() - found.size());
    if (kind != Seen.Kind.EMPTY || more > EMPTY) {
      Seen first = found.isEmpty() ? expected.getFirst() : found.getFirst();
      differ(NUMBER_OF, first, expected.size() + "", found.size() + "");
    }
  }

  /// Programs divide words as they like: each letter is compared.
  private void words(List<Seen> expected, List<Seen> found) {
    if (!letters(expected).equals(letters(found))) {
      strays(expected, found);
      return;
    }
    int at = 0;
    int left = 0;
    for (Seen one : found) {
      int letters = letters(one).length();
      boolean told = letters == 0 && space(one, expected);
      while (letters > 0) {
        left = left == 0 ? letters(expected.get(at)).length() : left;
        int both = Math.min(letters, left);
        told = told || (both > 0 && compare(one, expected.get(at).said()));
        letters -= both;
        left -= both;
        at += left == 0 ? 1 : 0;
      }
    }
  }

  private static String letters(List<Seen> all) {
    return all.stream().map(LookComparison::letters).collect(Collectors.joining());
  }

  private static String letters(Seen one) {
    return SPACE.matcher(one.words()).replaceAll("");
  }

  /// A space looks like something that was published: a wide one pushes words away.
  private boolean space(Seen one, List<Seen> expected) {
    boolean known =
        anywhere.getOrDefault(one.kind(), Set.of()).stream()
            .anyMatch(said -> unlike(said, one.said()).isEmpty());
    return !known && compare(one, nearest(one, expected));
  }

  /// Where other words stand, each must look like something that was published in that record.
  private void strays(List<Seen> expected, List<Seen> found) {
    found.forEach(one -> compare(one, nearest(one, expected)));
  }

  /// What was published that looks most like it: there, if there was any, or anywhere.
  private SortedMap<String, String> nearest(Seen one, List<Seen> expected) {
    Collection<SortedMap<String, String>> before =
        expected.isEmpty()
            ? anywhere.getOrDefault(publishedAs(one.kind()), Set.of())
            : expected.stream().map(Seen::said).collect(Collectors.toSet());
    return before.stream()
        .min(Comparator.comparingInt(said -> unlike(said, one.said()).size()))
        .orElseGet(TreeMap::new);
  }

  /// An empty paragraph may be like any other, where none was empty.
  private Seen.Kind publishedAs(Seen.Kind kind) {
    boolean none = kind == Seen.Kind.EMPTY && !anywhere.containsKey(kind);
    return none ? Seen.Kind.PARAGRAPH : kind;
  }

  private boolean compare(Seen found, SortedMap<String, String> expected) {
    List<String> unlike = unlike(expected, found.said());
    unlike.stream()
        .collect(Collectors.groupingBy(Seen::in, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (in, properties) ->
                differ(in, found, said(properties, expected), said(properties, found.said())));
    return !unlike.isEmpty();
  }

  private void differ(String in, Seen first, @Nullable String expected, @Nullable String found) {
    differences.merge(
        new Way(first.kind(), in),
        new Difference(in, first, expected, found, 1),
        (old, _) -> old.again());
  }

  private static @Nullable String said(List<String> properties, Map<String, String> by) {
    String said =
        properties.stream()
            .filter(by::containsKey)
            .map(property -> Seen.said(property, by.get(property)))
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? null : said;
  }

  private static List<String> unlike(
      SortedMap<String, String> some, SortedMap<String, String> others) {
    if (some.equals(others)) {
      return List.of();
    }
    Set<String> both = new TreeSet<>(some.keySet());
    both.addAll(others.keySet());
    List<String> unlike = new ArrayList<>();
    for (String property : both) {
      if (!isNear(property, some.get(property), others.get(property))) {
        unlike.add(property);
      }
    }
    return unlike;
  }

  private static boolean isNear(String property, @Nullable String one, @Nullable String other) {
    if (Objects.equals(one, other) || (other == null && property.equals(NEW_PAGE))) {
      return true;
    }
    String some = one == null ? "0" : one;
    String others = other == null ? "0" : other;
    return Seen.isLength(property)
        && Seen.isNumber(some)
        && Seen.isNumber(others)
        && Math.abs(Integer.parseInt(some) - Integer.parseInt(others)) <= ROUNDED;
  }
}
