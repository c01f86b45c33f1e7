package org.seccatalogue.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.WordDiff;

/// Compares what records say, word by word.
final class TextComparison {

  private TextComparison() {}

  /// Where texts differ, by the keys of their records; what stands before the first record has the
  /// empty key.
  static List<Deviation> of(Map<String, String> expected, Map<String, String> found) {
    List<Deviation> deviations = new ArrayList<>();
    expected.forEach((key, text) -> compare(key, text, found.get(key), deviations));
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .map(key -> more(key, found.get(key)))
        .forEach(deviations::add);
    return deviations;
  }

  private static Deviation more(String key, @Nullable String found) {
    return new Deviation(key, "", "The record is not in what was published.", null, found);
  }

  private static void compare(
      String key, String expected, @Nullable String found, List<Deviation> deviations) {
    if (found == null) {
      deviations.add(new Deviation(key, "", "The record is not there.", expected, null));
    } else if (!expected.equals(found)) {
      deviations.add(
          deviation(
              key.isEmpty() ? null : key,
              key.isEmpty() ? "before the first record" : "",
              "It does not say what was published.",
              expected,
              found));
    }
  }

  /// What two texts do not have in common.
  static Deviation deviation(
      @Nullable String key, String part, String what, String expected, String found) {
    WordDiff words = WordDiff.of(expected, found);
    return new Deviation(
        key, part, what, words(words, WordDiff.Mark.DELETED), words(words, WordDiff.Mark.INSERTED));
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
    int around = 40;
    if (text.length() <= 2 * around) {
      return text;
    }
    String end = text.substring(text.length() - around);
    return (first ? "" : text.substring(0, around)) + " … " + end;
  }
}
