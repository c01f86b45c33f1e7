package org.seccatalogue.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.bundle.shown.Shown;
import org.seccatalogue.finding.Excerpt;
import org.seccatalogue.record.WordDiff;

/// Compares what records say, word by word, as long as that takes no more than so many steps: what
/// differs beyond is told as a whole, because texts that have nothing in common take their lengths
/// multiplied.
final class TextComparison {

  private static final long MOST_STEPS = 100_000_000;
  private static final int AROUND = 40;
  private static final int LONGEST = 8_000;

  private final List<Deviation> deviations = new ArrayList<>();
  private long steps = MOST_STEPS;

  private TextComparison() {}

  /// Where texts differ, by the keys of their records; what stands before the first record has the
  /// empty key.
  static List<Deviation> of(Map<String, String> expected, Map<String, String> found) {
    TextComparison comparison = new TextComparison();
    expected.forEach((key, text) -> comparison.compare(key, text, found.get(key)));
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .map(key -> more(key, found.get(key)))
        .forEach(comparison.deviations::add);
    return comparison.deviations;
  }

  private static Deviation more(String key, @Nullable String found) {
    return Deviation.at(
        key, "The %s is not in what was published.".formatted(named(key)), null, found);
  }

  private static String named(String key) {
    return Shown.isFigure(key) ? "figure" : "record";
  }

  private void compare(String key, String expected, @Nullable String found) {
    if (found == null) {
      deviations.add(
          Deviation.at(key, "The %s is not there.".formatted(named(key)), expected, null));
    } else if (!expected.equals(found)) {
      Texts differing = differing(new Texts(expected, found));
      deviations.add(otherwise(key, differing));
    }
  }

  private static Deviation otherwise(String key, Texts differing) {
    String what = "It does not say what was published.";
    return key.isEmpty()
        ? new Deviation(
            null, "before the first record", what, differing.expected(), differing.found())
        : Deviation.at(key, what, differing.expected(), differing.found());
  }

  /// A text, and what stands in place of it.
  record Texts(String expected, String found) {

    int length() {
      return expected.length() + found.length();
    }

    /// What is between the characters that both begin and end with, and a few of those.
    Texts middle() {
      int most = Math.min(expected.length(), found.length());
      int start = 0;
      while (start < most && expected.charAt(start) == found.charAt(start)) {
        start++;
      }
      int end = 0;
      while (end < most - start && fromEnd(expected, end) == fromEnd(found, end)) {
        end++;
      }
      int from = Math.max(0, start - AROUND);
      int to = Math.max(0, end - AROUND);
      return new Texts(
          expected.substring(from, expected.length() - to),
          found.substring(from, found.length() - to));
    }

    private static char fromEnd(String text, int place) {
      return text.charAt(text.length() - 1 - place);
    }
  }

  /// What two texts do not have in common.
  static Texts of(Texts texts) {
    return new TextComparison().differing(texts);
  }

  private Texts differing(Texts texts) {
    Texts middle = texts.length() <= LONGEST ? texts : texts.middle();
    steps -= (long) middle.expected().length() * middle.found().length();
    if (steps < 0 || middle.length() > LONGEST) {
      return middle;
    }
    WordDiff words = WordDiff.of(middle.expected(), middle.found());
    return new Texts(words(words, WordDiff.Mark.DELETED), words(words, WordDiff.Mark.INSERTED));
  }

  /// The words with that mark, and a few of those around them.
  private static String words(WordDiff diff, WordDiff.Mark mark) {
    StringBuilder words = new StringBuilder();
    for (WordDiff.Piece piece : diff.pieces()) {
      if (piece.mark() == mark) {
        words.append(piece.text());
      } else if (piece.mark() == WordDiff.Mark.KEPT) {
        words.append(kept(piece.text(), words.isEmpty()));
      }
    }
    return words.toString().strip();
  }

  private static String kept(String text, boolean first) {
    if (text.length() <= 2 * AROUND) {
      return text;
    }
    String end = Excerpt.ending(text, AROUND);
    return (first ? "" : Excerpt.beginning(text, AROUND)) + " … " + end;
  }
}
