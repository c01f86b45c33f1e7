package org.seccatalogue.baseline.freezing;

import java.util.regex.Pattern;

/// Texts in the order in which people count: `6.2.9` before `6.2.10`.
public final class NaturalOrder {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int WIDTH = 10;

  private NaturalOrder() {}

  /// A text that sorts, code point by code point, as the given one counts.
  public static String of(String text) {
    return DIGITS
        .matcher(text)
        .replaceAll(
            digits -> {
              String number = digits.group().replaceFirst("^0+(?=.)", "");
              return "0".repeat(Math.max(0, WIDTH - number.length())) + number;
            });
  }
}
