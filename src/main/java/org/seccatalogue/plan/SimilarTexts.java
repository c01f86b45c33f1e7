package org.seccatalogue.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Texts, of which those that are nearly the same as another one are found quickly: only those that
/// share an unusual run of three words with it are compared.
///
/// Two texts are as similar as their runs of three characters are the same: those that are in both,
/// of those that are in either, from 0 to 1.
final class SimilarTexts<T> {

  /// A run of words that more texts have than this is not unusual.
  private static final int USUAL = 50;

  /// The text with the highest similarity.
  record Match<T>(T of, double similarity) {}

  private record Entry<T>(T of, Set<Integer> trigrams) {}

  private final List<Entry<T>> entries = new ArrayList<>();
  private final Map<String, List<Integer>> byRun = new HashMap<>();

  void add(T of, String text) {
    String[] words = words(text);
    entries.add(new Entry<>(of, trigrams(words)));
    for (String run : runs(words)) {
      byRun.computeIfAbsent(run, _ -> new ArrayList<>()).add(entries.size() - 1);
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// All texts that are at least so similar.
  List<Match<T>> similar(String text, double least) {
    String[] words = words(text);
    Set<Integer> candidates = new HashSet<>();
    for (String run : runs(words)) {
      List<Integer> having = byRun.getOrDefault(run, List.of());
      if (having.size() <= USUAL) {
        candidates.addAll(having);
      }
    }
    if (candidates.isEmpty()) {
      return List.of();
    }
    Set<Integer> trigrams = trigrams(words);
    return candidates.stream()
        .map(entries::get)
        .map(entry -> new Match<>(entry.of(), similarity(entry.trigrams(), trigrams)))
        .filter(match -> match.similarity() >= least)
        .toList();
  }

  static double similarity(String one, String other) {
    return similarity(trigrams(words(one)), trigrams(words(other)));
  }

  private static double similarity(Set<Integer> one, Set<Integer> other) {
    long both = one.stream().filter(other::contains).count();
    long either = one.size() + other.size() - both;
    return either == 0 ? 0 : (double) both / either;
  }

  private static String[] words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }

  private static Set<String> runs(String[] words) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + 3 <= words.length; i++) {
      runs.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
    }
    return runs;
  }

  private static Set<Integer> trigrams(String[] words) {
    Set<Integer> trigrams = new HashSet<>();
    for (String word : words) {
      String padded = "  " + word + ' ';
      for (int i = 0; i + 3 <= padded.length(); i++) {
        trigrams.add(padded.substring(i, i + 3).hashCode());
      }
    }
    return trigrams;
  }
}
