package org.seccatalogue.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where among its siblings somebody wants a record to stand: first, before one or after one. At
/// most one of them may be said.
///
/// @param before key or reference of the sibling before which it is to stand
/// @param after key or reference of the sibling after which it is to stand
public record PlaceWish(boolean first, @Nullable String before, @Nullable String after) {

  /// Nothing is said: last for a new record or in another section, else where it is.
  public static final PlaceWish NONE = new PlaceWish(false, null, null);

  /// The first of its siblings.
  public static final PlaceWish FIRST = new PlaceWish(true, null, null);

  public static PlaceWish before(String sibling) {
    return new PlaceWish(false, sibling, null);
  }

  public static PlaceWish after(String sibling) {
    return new PlaceWish(false, null, sibling);
  }

  private static final Pattern FORM =
      Pattern.compile("(?i)(first)|(before|after)\\s+(\\S.*)", Pattern.DOTALL);

  /// What somebody writes: `first`, `before C.4.1` or `after ESM-0001`.
  public static Optional<PlaceWish> of(String text) {
    Matcher words = FORM.matcher(text.strip());
    if (!words.matches()) {
      return Optional.empty();
    }
    if (words.group(1) != null) {
      return Optional.of(FIRST);
    }
    String sibling = words.group(3).strip();
    return Optional.of(
        words.group(2).equalsIgnoreCase("before") ? before(sibling) : after(sibling));
  }

  /// The same in those words; nothing is said: no words.
  public String text() {
    if (first) {
      return "first";
    }
    return before != null ? "before " + before : after != null ? "after " + after : "";
  }
}
