package org.seccatalogue.suggestion;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How much two names have in common.
public final class NameSimilarity {

  private static final Set<String> SMALL = Set.of("of", "the", "a", "an", "and", "or", "for", "in");

  private NameSimilarity() {}

  /// The share of words that two names have in common, from 0 to 1; 1 too for the same letters.
  public static double alike(String one, String other) {
    if (squeezed(one).equals(squeezed(other)) && !squeezed(one).isEmpty()) {
      return 1;
    }
    Set<String> mine = of(one);
    Set<String> theirs = of(other);
    Set<String> both = new HashSet<>(mine);
    both.retainAll(theirs);
    Set<String> all = new HashSet<>(mine);
    all.addAll(theirs);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  /// The words of a name, without their plural and without the small ones.
  public static Set<String> of(String name) {
    List<String> words =
        Arrays.stream(
                name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                    .toLowerCase(Locale.ROOT)
                    .split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty() && !SMALL.contains(word))
            .map(word -> word.length() > 3 ? word.replaceFirst("s$", "") : word)
            .toList();
    return words.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static String squeezed(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
