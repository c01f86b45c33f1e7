package org.seccatalogue.document;

import java.util.List;

/// A stretch of text within a paragraph. Line breaks and tabs in it are kept.
public sealed interface Run {

  /// Plain or emphasised text.
  record Text(String text, Emphasis emphasis) implements Run {}

  /// Text that leads to an anchor in the same document.
  record CrossReference(String text, String anchor) implements Run {}

  /// How text stands out.
  enum Emphasis {
    NONE,
    /// Must not be overlooked.
    STRONG,
    /// Is stressed, or is the name of a publication.
    EMPHASIS,
    /// Is to be taken character by character, such as a pattern or an identifier.
    LITERAL
  }

  /// The runs of a text without emphasis or references; none if it is empty.
  static List<Run> of(String text) {
    return text.isEmpty() ? List.of() : List.of(new Text(text, Emphasis.NONE));
  }
}
