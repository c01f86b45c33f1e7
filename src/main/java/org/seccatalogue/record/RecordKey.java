package org.seccatalogue.record;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key of a record, such as `ESM-0012`. It is never reused and never changed.
///
/// @param prefix three capital letters, given by the record type
/// @param number counted from 1
public record RecordKey(String prefix, int number) implements Comparable<RecordKey> {

  private static final int PREFIX = 3;
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST_DIGITS = 9;
  private static final Pattern LOOKS_LIKE = Pattern.compile("(?i)[A-Z]{3}-[0-9]{4,}");
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::prefix).thenComparingInt(RecordKey::number);

  /// The key that a text shows, or nothing when it shows none.
  public static Optional<RecordKey> parse(String text) {
    return isKey(text)
        ? Optional.of(
            new RecordKey(
                text.substring(0, PREFIX), Integer.parseInt(text, PREFIX + 1, text.length(), 10)))
        : Optional.empty();
  }

  /// Looked at by hand, since it is asked of each link of each record. Zeros only fill up a number.
  private static boolean isKey(String text) {
    int digits = text.length() - PREFIX - 1;
    boolean form = digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && text.charAt(PREFIX) == '-';
    return form
        && (digits == FEWEST_DIGITS || text.charAt(PREFIX + 1) != '0')
        && beginsWithCapitals(text)
        && endsWithDigits(text);
  }

  private static boolean beginsWithCapitals(String text) {
    for (int i = 0; i < PREFIX; i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean endsWithDigits(String text) {
    for (int i = PREFIX + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Whether a text looks like a key, if of no record: nothing else may be called so.
  public static boolean looksLike(String text) {
    return LOOKS_LIKE.matcher(text).matches();
  }

  /// The key that a text of our own shows.
  public static RecordKey of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a key: " + text));
  }

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String digits = String.valueOf(number);
    return prefix + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
