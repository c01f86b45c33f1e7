package org.seccatalogue.bundle.shown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Collects what is seen, without what programs write differently: the spaces between words, and
/// empty lines.
final class Words {

  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private final Set<Shown.Sign> signs = new LinkedHashSet<>();
  private final Map<Shown.Sign, Integer> counts = new LinkedHashMap<>();
  private final List<Seen> looks = new ArrayList<>();
  private String key = "";

  /// What follows belongs to that record; to none if the key is empty.
  void begin(String recordKey) {
    key = recordKey;
  }

  void add(String text) {
    texts.computeIfAbsent(key, _ -> new StringBuilder()).append(text);
  }

  void sign(String what, String text) {
    signs.add(new Shown.Sign(key.isEmpty() ? null : key, what, plain(text)));
  }

  /// One more of what is about no words: how many there are counts.
  void count(String what) {
    counts.merge(new Shown.Sign(key.isEmpty() ? null : key, what, ""), 1, Integer::sum);
  }

  /// Of one figure.
  void signOfFigure(String figure, String what, String text) {
    signs.add(new Shown.Sign(figure, what, plain(text)));
  }

  /// Of the whole document, not of a place in it.
  void signOfAll(String what, String text) {
    signs.add(new Shown.Sign(null, what, text));
  }

  /// How something looks.
  ///
  /// @param text its words; empty when it has none
  void seen(Seen.Kind kind, String text, SortedMap<String, String> said) {
    looks.add(new Seen(key.isEmpty() ? null : key, "", kind, text, said));
  }

  /// How something looks that belongs to no record.
  void seenOfAll(Seen one, String around) {
    looks.add(new Seen(null, around, one.kind(), one.words(), one.said()));
  }

  Shown shown() {
    counts.forEach(
        (sign, times) ->
            signs.add(
                times == 1 ? sign : new Shown.Sign(sign.key(), sign.what(), times + " of them")));
    Map<String, String> all = new LinkedHashMap<>();
    texts.forEach((record, words) -> all.put(record, plain(words.toString())));
    all.values().removeIf(String::isEmpty);
    return new Shown(all, signs, looks);
  }

  static String plain(String words) {
    return words
        .lines()
        .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
