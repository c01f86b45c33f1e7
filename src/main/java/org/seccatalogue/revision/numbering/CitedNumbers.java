package org.seccatalogue.revision.numbering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds numbers that stand as words in texts: `C.5` does in “see C.5.”, and not in `C.5.1`.
final class CitedNumbers {

  private final Set<String> numbers;

  /// With which all of them begin.
  private final List<String> beginnings = new ArrayList<>();

  /// Those that are no single word, such as the paths of counted ones: the longest first.
  private final List<String> words;

  CitedNumbers(Collection<String> numbers) {
    this.numbers = Set.copyOf(numbers);
    for (String number : new TreeSet<>(numbers)) {
      if (beginnings.isEmpty() || !number.startsWith(beginnings.getLast())) {
        beginnings.add(number);
      }
    }
    this.words =
        numbers.stream()
            .filter(number -> end(number, 0) < number.length())
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList();
  }

  /// A regular expression of PostgreSQL that finds all texts in which one may stand, whatever is
  /// before it: in JSON a line break is a letter.
  String pattern() {
    return beginnings.stream().map(CitedNumbers::quoted).collect(Collectors.joining("|"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (!Character.isLetterOrDigit(c)) {
                quoted.append('\\');
              }
              quoted.appendCodePoint(c);
            });
    return quoted.toString();
  }

  /// The numbers that stand in a text.
  Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    for (String beginning : beginnings) {
      for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
        if (at == 0 || !isOfWord(text.charAt(at - 1))) {
          at(text, at).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<String> at(String text, int start) {
    Optional<String> several =
        words.stream()
            .filter(number -> text.startsWith(number, start))
            .filter(number -> end(text, start + number.length()) == start + number.length())
            .findFirst();
    String word = text.substring(start, end(text, start));
    return several.or(() -> Optional.of(word).filter(numbers::contains));
  }

  /// Where the word ends that begins somewhere: a full stop behind it is none of it.
  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return c == '.' || Character.isLetterOrDigit(c);
  }
}
