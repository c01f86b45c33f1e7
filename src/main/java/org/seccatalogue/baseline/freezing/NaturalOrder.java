package org.seccatalogue.baseline.freezing;

/// Texts in the order in which people count: `6.2.9` before `6.2.10`.
public final class NaturalOrder {

  private static final int WIDTH = 10;

  private NaturalOrder() {}

  /// A text that sorts, code point by code point, as the given one counts.
  public static String of(String text) {
    StringBuilder order = new StringBuilder(text.length() + WIDTH);
    int at = 0;
    while (at < text.length()) {
      int end = endOfDigits(text, at);
      if (end == at) {
        order.append(text.charAt(at++));
      } else {
        appendNumber(order, text, at, end);
        at = end;
      }
    }
    return order.toString();
  }

  /// Numbers are of the same width, unless they are longer.
  private static void appendNumber(StringBuilder order, String text, int from, int end) {
    int begin = from;
    while (begin < end - 1 && text.charAt(begin) == '0') {
      begin++;
    }
    order.repeat('0', Math.max(0, WIDTH - (end - begin))).append(text, begin, end);
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
