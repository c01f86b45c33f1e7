package org.seccatalogue.bundle.shown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a document shows.
///
/// @param texts the words that are seen, by the keys of their records; what belongs to none has the
///     empty key
/// @param signs what could keep readers from seeing words, or have them see others
/// @param looks how each thing looks, in the order of the document; only of Word documents
public record Shown(Map<String, String> texts, Set<Sign> signs, List<Seen> looks) {

  /// A sign of which no more is known than that it was not published.
  public static final String MARKUP = "Markup";

  /// Markup that was published, with another value.
  public static final String VALUE = "Markup that says otherwise";

  /// How something looks, whatever that does to its words: what it is follows.
  public static final String LOOK = "The look of ";

  /// A sign whose text is a digest, which tells people nothing.
  public static final String ORDER = "The order of elements";

  /// In place of the key of a record: that of a figure, with its number.
  public static final String FIGURE = "Figure ";

  public Shown {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    signs = Set.copyOf(signs);
    looks = List.copyOf(looks);
  }

  /// What shows nothing but words.
  public Shown(Map<String, String> texts, Set<Sign> signs) {
    this(texts, signs, List.of());
  }

  /// Whether a key is that of a figure.
  public static boolean isFigure(@Nullable String key) {
    return key != null && key.startsWith(FIGURE);
  }

  /// One thing that decides what is seen.
  ///
  /// @param key of the record or figure in which it is; absent when it is in none
  /// @param what it is, such as `Hidden words`
  /// @param text that it is about; empty when it is about none
  public record Sign(@Nullable String key, String what, String text) {}
}
