package org.seccatalogue.bundle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.bundle.shown.Shown;
import org.seccatalogue.finding.Excerpt;
import org.seccatalogue.map.sheet.FileDifference;

/// Where a file is not as it was published.
///
/// @param key of the record; absent when it is in no record
/// @param part of the file, such as `records.jsonl`; empty when the file has no parts
/// @param what one sentence for people
/// @param expected what was published there, as far as it is known
/// @param found what stands there
public record Deviation(
    @Nullable String key,
    String part,
    String what,
    @Nullable String expected,
    @Nullable String found) {

  private static final int LONGEST = 300;

  public Deviation {
    expected = shortened(expected);
    found = shortened(found);
  }

  /// At something of a document: a record, a figure or neither.
  static Deviation at(
      @Nullable String key, String what, @Nullable String expected, @Nullable String found) {
    return Shown.isFigure(key)
        ? new Deviation(null, Objects.requireNonNull(key), what, expected, found)
        : new Deviation(key, "", what, expected, found);
  }

  static Deviation of(String part, String what) {
    return new Deviation(null, part, what, null, null);
  }

  /// Of a part of a map: where both have words, those that they do not have in common.
  static Deviation of(FileDifference part) {
    String expected = part.expected();
    String found = part.found();
    if (expected == null || found == null) {
      return new Deviation(null, part.part(), part.what(), expected, found);
    }
    TextComparison.Texts texts =
        TextComparison.of(new TextComparison.Texts(expected, found).middle());
    return new Deviation(null, part.part(), part.what(), texts.expected(), texts.found());
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null ? null : Excerpt.of(text, LONGEST);
  }

  /// One line for people.
  public String line() {
    return (key == null ? "" : key + ": ")
        + (part.isEmpty() ? "" : part + ": ")
        + what
        + (expected == null ? "" : " Expected: “" + expected + "”.")
        + (found == null ? "" : " Found: “" + found + "”.");
  }
}
