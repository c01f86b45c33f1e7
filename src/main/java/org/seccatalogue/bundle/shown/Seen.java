package org.seccatalogue.bundle.shown;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One thing that is seen, and how it looks: whatever says so, the thing itself, its style, what
/// that is based on, or a default.
///
/// @param key of the record in which it is; absent when it is in none
/// @param around what is written on the pages there; empty for what is in the text
/// @param words its own ones; empty when it has none
/// @param said the properties that are not as they are without a word
public record Seen(
    @Nullable String key, String around, Kind kind, String words, SortedMap<String, String> said) {

  /// What can look some way.
  public enum Kind {
    WORDS("words"),
    PARAGRAPH("a paragraph"),
    EMPTY("an empty paragraph"),
    TABLE("a table"),
    ROW("a row of a table"),
    CELL("a cell of a table"),
    PAGES("the pages");

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    /// For people.
    public String named() {
      return name;
    }
  }
}
