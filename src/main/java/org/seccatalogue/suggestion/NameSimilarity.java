package org.seccatalogue.suggestion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How much two names have in common.
public final class NameSimilarity {

  private static final Set<String> SMALL = Set.of("of", "the", "a", "an", "and", "or", "for", "in");

  /// What is longer is no name; its beginning is compared.
  private static final int LONGEST = 300;

  /// The same names are compared with one another over and over.
  private static final LoadingCache<String, Name> NAMES =
      Caffeine.newBuilder().maximumSize(20_000).build(Name::read);

  /// A name in parts.
  ///
  /// @param squeezed its letters alone
  private record Name(String squeezed, Set<String> words) {

    static Name read(String name) {
      String squeezed = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
      return new Name(squeezed, words(name));
    }

    private static Set<String> words(String name) {
      return Arrays.stream(
              name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                  .toLowerCase(Locale.ROOT)
                  .split("[^\\p{L}\\p{N}]+"))
          .filter(word -> !word.isEmpty() && !SMALL.contains(word))
          .map(word -> word.length() > 3 ? word.replaceFirst("s$", "") : word)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private NameSimilarity() {}

  /// The share of words that two names have in common, from 0 to 1; 1 too for the same letters.
  public static double alike(String one, String other) {
    Name mine = name(one);
    Name theirs = name(other);
    if (mine.squeezed().equals(theirs.squeezed()) && !mine.squeezed().isEmpty()) {
      return 1;
    }
    long both = mine.words().stream().filter(theirs.words()::contains).count();
    long all = mine.words().size() + theirs.words().size() - both;
    return all == 0 ? 0 : (double) both / all;
  }

  private static Name name(String name) {
    return NAMES.get(name.length() <= LONGEST ? name : name.substring(0, LONGEST));
  }

  /// The words of a name, without their plural and without the small ones.
  public static Set<String> of(String name) {
    return name(name).words();
  }
}
