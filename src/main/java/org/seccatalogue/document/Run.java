package org.seccatalogue.document;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.record.words.ProvisionalWords;

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
    LITERAL,
    /// Is not agreed.
    PROVISIONAL
  }

  /// The runs of a text without emphasis or references; none if it is empty.
  static List<Run> of(String text) {
    return text.isEmpty() ? List.of() : List.of(new Text(text, Emphasis.NONE));
  }

  /// The runs of a text in which the words that are not agreed stand out.
  static List<Run> marked(String text) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (ProvisionalWords.Span span : ProvisionalWords.of(text)) {
      runs.addAll(of(text.substring(at, span.from())));
      runs.add(new Text(text.substring(span.from(), span.to()), Emphasis.PROVISIONAL));
      at = span.to();
    }
    runs.addAll(of(text.substring(at)));
    return List.copyOf(runs);
  }
}
