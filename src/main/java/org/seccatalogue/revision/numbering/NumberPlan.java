package org.seccatalogue.revision.numbering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// Which numbers the sections of an outline get when some of them change: those that people added
/// follow the section in which they are, and one that has a number which is needed takes the next
/// free one.
final class NumberPlan {

  private static final int LETTERS = 26;
  private static final int MOST_DIGITS = 8;
  private static final Pattern STEP = Pattern.compile("[a-z]|[1-9][0-9]?");

  private final NumberChange change;
  private final Predicate<String> bornElsewhere;
  private final Map<RecordKey, RecordHead> heads = new LinkedHashMap<>();
  private final Map<RecordKey, String> numbers = new LinkedHashMap<>();
  private final Set<String> needed;
  private final Set<String> given = new HashSet<>();

  /// The numbers of those that people added, which keep them if they can.
  private final Set<String> kept;

  /// @param headings all of them, each before those below it
  /// @param bornElsewhere whether a record that is no heading has a reference
  NumberPlan(NumberChange change, List<RecordHead> headings, Predicate<String> bornElsewhere) {
    this.change = change;
    this.bornElsewhere = bornElsewhere;
    headings.forEach(head -> heads.put(head.key(), head));
    needed =
        headings.stream()
            .filter(head -> head.reference() != null)
            .map(head -> change.numbers().get(head.reference()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    kept =
        headings.stream()
            .map(RecordHead::reference)
            .filter(Objects::nonNull)
            .filter(reference -> !change.numbers().containsKey(reference))
            .collect(Collectors.toSet());
    headings.forEach(this::number);
  }

  /// Whether an outline is the one for which a change was made.
  static boolean isFor(NumberChange change, List<RecordHead> headings) {
    Map<String, String> titles = new HashMap<>();
    headings.stream()
        .filter(head -> head.reference() != null)
        .forEach(head -> titles.put(head.reference(), head.title()));
    return change.known().entrySet().stream()
        .allMatch(known -> known.getValue().equalsIgnoreCase(titles.get(known.getKey())));
  }

  private void number(RecordHead head) {
    String now = head.reference();
    if (now == null) {
      return;
    }
    String mapped = change.numbers().get(now);
    String next = mapped == null ? free(followed(head, now), now) : mapped;
    given.add(next);
    if (!next.equals(now)) {
      numbers.put(head.key(), next);
    }
  }

  /// The number of a section in the one above it, as that is called from now on.
  private String followed(RecordHead head, String now) {
    RecordHead above = head.parent() == null ? null : heads.get(head.parent());
    String before = above == null ? null : above.reference();
    if (above == null || before == null || !now.startsWith(before)) {
      return now;
    }
    String after = numbers.getOrDefault(above.key(), before);
    return after.equals(before) ? now : after + step(now.substring(before.length()), after);
  }

  /// The last step of a number in the style of those beside which it comes to stand: `.d` becomes
  /// `.4`, and `5` becomes `.e`.
  private String step(String step, String above) {
    String own = step.startsWith(".") ? step.substring(1) : step;
    Boolean letters = letters(above);
    if (letters == null) {
      return step;
    }
    if (!STEP.matcher(own).matches() || letters == Character.isLetter(own.charAt(0))) {
      return "." + own;
    }
    return "."
        + (letters ? letter(Integer.parseInt(own)) : String.valueOf(own.charAt(0) - 'a' + 1));
  }

  private static String letter(int number) {
    return number > LETTERS ? String.valueOf(number) : String.valueOf((char) ('a' + number - 1));
  }

  /// Whether the sections below one have letters; null where it has none of those that are known.
  private @Nullable Boolean letters(String above) {
    return change.numbers().values().stream()
        .filter(
            number -> number.startsWith(above + ".") && number.indexOf('.', above.length() + 1) < 0)
        .findFirst()
        .map(number -> Character.isLetter(number.charAt(above.length() + 1)))
        .orElse(null);
  }

  /// @param now the number that the section has
  private String free(String wanted, String now) {
    String number = wanted;
    while (needed.contains(number)
        || given.contains(number)
        || (kept.contains(number) && !number.equals(now))
        || bornElsewhere.test(number)) {
      number = next(number);
    }
    return number;
  }

  /// The number behind another one: `C.9` behind `C.8`, `C.5.3.f` behind `C.5.3.e`, `(c)` behind
  /// `(b)`.
  static String next(String number) {
    if (number.length() > 1 && number.endsWith(")")) {
      return next(number.substring(0, number.length() - 1)) + ")";
    }
    int end = number.length();
    int start = end;
    while (start > 0 && Character.isDigit(number.charAt(start - 1)) && end - start < MOST_DIGITS) {
      start--;
    }
    if (start < end) {
      return number.substring(0, start) + (Integer.parseInt(number.substring(start)) + 1);
    }
    char last = number.charAt(end - 1);
    return last >= 'a' && last < 'z'
        ? number.substring(0, end - 1) + (char) (last + 1)
        : number + "1";
  }

  /// New numbers by the keys of those that get one.
  Map<RecordKey, String> numbers() {
    return numbers;
  }
}
