package org.seccatalogue.record;

import java.util.regex.Pattern;

/// Text without the characters that nobody sees, and that come along when people copy from pages
/// and documents.
public final class VisibleText {

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}&&[^\\u2028\\u2029]]");
  private static final Pattern FORMAT = Pattern.compile("[\\p{Cf}]");

  private VisibleText() {}

  /// The text without spaces of any width at its ends. What is within is left as it is: there a
  /// joiner or a space that does not break may be meant.
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a text has no control characters but line breaks and tabs, and is whole Unicode.
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if ((c < ' ' && c != '\n' && c != '\r' && c != '\t')
          || Character.isSurrogate(c)
          || c >= '\uFFFE') {
        return false;
      }
    }
    return true;
  }

  /// The text as a code, key or number is written: every space a plain one, nothing invisible.
  public static String plain(String text) {
    if (isAscii(text)) {
      return text.strip();
    }
    return FORMAT.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("").strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// Spaces of any width, among them none; but no marks of direction and no joiners of letters.
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF';
  }
}
