package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares how things look that stand at the same place. What differs in the same way is one
/// difference, however often.
public final class LookComparison {

  /// Another writer rounds lengths, in twentieths of a point.
  private static final int ROUNDED = 10;

  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:(?:tblW|tcW|tblInd|top|left|bottom|right|start|end)@w"
              + "|ind@(?:left|right|start|end|hanging|firstLine)|spacing@(?:before|after)"
              + "|grid@(?:from|to)|pgSz@[wh]|pgMar@[a-z]+)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  /// Another writer breaks the page above instead; nothing is hidden on fewer pages.
  private static final String NEW_PAGE = "pageBreakBefore";

  private static final String NUMBER_OF = "how many there are";

  /// So many empty paragraphs more or less push nothing away.
  private static final int EMPTY = 2;

  private final Map<Way, Difference> differences = new LinkedHashMap<>();

  private LookComparison() {}

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

  /// The differences, in the order in which they begin.
  public static List<Difference> of(List<Seen> expected, List<Seen> found) {
    LookComparison comparison = new LookComparison();
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
    return List.copyOf(comparison.differences.values());
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
      boolean told = false;
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

  /// Where other words stand, each must look like something that was published in that record.
  private void strays(List<Seen> expected, List<Seen> found) {
    Set<SortedMap<String, String>> before =
        expected.stream().map(Seen::said).collect(Collectors.toSet());
    for (Seen one : found) {
      before.stream()
          .min(Comparator.comparingInt(said -> unlike(said, one.said()).size()))
          .ifPresent(nearest -> compare(one, nearest));
    }
  }

  private boolean compare(Seen found, SortedMap<String, String> expected) {
    List<String> unlike = unlike(expected, found.said());
    unlike.stream()
        .collect(Collectors.groupingBy(LookComparison::in, LinkedHashMap::new, Collectors.toList()))
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
            .map(property -> property + " " + by.get(property))
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
    return LENGTH.matcher(property.substring(property.lastIndexOf('/') + 1)).matches()
        && NUMBER.matcher(some).matches()
        && NUMBER.matcher(others).matches()
        && Math.abs(Integer.parseInt(some) - Integer.parseInt(others)) <= ROUNDED;
  }

  /// What a property decides, for people.
  private static String in(String property) {
    String place = property.contains("/") ? property.substring(0, property.indexOf('/')) : "";
    String plain = property.split("[/@#]", 2)[0];
    return switch (place) {
      case "list" -> "the bullet or number in front";
      case "rPr" -> "the mark at its end";
      case "style" -> "what the style of the table says";
      default -> of(plain);
    };
  }

  private static String of(String element) {
    return switch (element) {
      case "sz" -> "the size";
      case "color" -> "the colour";
      case "rFonts" -> "the font";
      case "b", "i", "u", "caps", "smallCaps" -> "bold, slanted, underlined or capital letters";
      case "strike", "dstrike" -> "what is struck through";
      case "vanish", "webHidden", "specVanish", "hidden" -> "what is hidden";
      case "shd", "highlight" -> "the ground behind";
      case "spacing", "contextualSpacing" -> "the space between";
      case "ind", "jc", "tabs", "tblInd", "position" -> "where it stands in the line";
      case "keepNext", "keepLines", "pageBreakBefore", "cantSplit", "tblHeader" ->
          "where a page ends";
      case "pBdr" -> "the lines around";
      case "outlineLvl" -> "the level of the heading";
      case "grid", "tcW", "tblW", "tblCellMar", "tblLayout" -> "the widths";
      case "pgSz", "pgMar", "cols" -> "the size and the margins";
      case "textDirection", "rtl", "bidi" -> "the direction of the words";
      default -> "the property “" + element + "”";
    };
  }
}
