package org.seccatalogue.record;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of a record, such as `ESM-0012`. It is never reused and never changed.
///
/// @param prefix three capital letters, given by the record type
/// @param number counted from 1
public record RecordKey(String prefix, int number) implements Comparable<RecordKey> {

  private static final Pattern FORM = Pattern.compile("([A-Z]{3})-([0-9]{4,9})");
  private static final Pattern LOOKS_LIKE = Pattern.compile("(?i)[A-Z]{3}-[0-9]{4,}");
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::prefix).thenComparingInt(RecordKey::number);

  /// The key that a text shows, or nothing when it shows none.
  public static Optional<RecordKey> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new RecordKey(matcher.group(1), Integer.parseInt(matcher.group(2))))
            .filter(key -> key.toString().equals(text))
        : Optional.empty();
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
