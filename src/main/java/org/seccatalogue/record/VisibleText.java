package org.seccatalogue.record;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Text without the characters that nobody sees, and that come along when people copy from pages
/// and documents.
public final class VisibleText {

  /// A line break of other systems, which Java takes for no space.
  private static final char NEXT_LINE = '\u0085';

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}&&[^\\u2028\\u2029]]");
  private static final Pattern ON_LINES = Pattern.compile("[ \\t\\r\\n\\u0085\\u2028\\u2029]+");
  private static final Pattern FORMAT = Pattern.compile("[\\p{Cf}]");

  /// Letters, marks and signs that are drawn as nothing: joiners and fillers of letters, selectors
  /// of variants, the empty sign of Braille.
  private static final BitSet EMPTY = new BitSet();

  static {
    IntStream.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0)
        .forEach(EMPTY::set);
    EMPTY.set(0x180B, 0x1810);
    EMPTY.set(0xFE00, 0xFE10);
    EMPTY.set(0xE0100, 0xE01F0);
  }

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

  /// The text on one line: line breaks of every kind, tabs and runs of spaces are one space.
  public static String onOneLine(String text) {
    return isOnOneLine(text) ? text : ON_LINES.matcher(text).replaceAll(" ");
  }

  private static boolean isOnOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' '
          || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')
          || c == NEXT_LINE
          || c == '\u2028'
          || c == '\u2029') {
        return false;
      }
    }
    return true;
  }

  /// The text with its line breaks as they are kept: browsers and spreadsheets send others.
  public static String withPlainBreaks(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// Where the first letter is of which there is nothing to see, be it a control, or one that only
  /// tells how others are drawn; blanks are seen.
  static OptionalInt hidden(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || EMPTY.get(c)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// What was expected in place of a text with characters that turn the direction of words: “31”
  /// would be shown as “13”. Which one it is, and the way out; nothing where there is none. Scripts
  /// that are written from right to left need none of them.
  public static Optional<String> expectedForTurned(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isTurning(text.charAt(i))) {
        String name = String.valueOf(Character.getName(text.charAt(i))).toLowerCase(Locale.ROOT);
        return Optional.of(
            "text without characters that turn the direction of words; the one at place %d is"
                    .formatted(text.codePointCount(0, i) + 1)
                + " U+%04X, %s. Delete it, or type the text anew"
                    .formatted((int) text.charAt(i), name));
      }
    }
    return Optional.empty();
  }

  private static boolean isTurning(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  /// Whether there is nothing to see of a text: it says nothing.
  public static boolean isBlank(@Nullable String text) {
    int i = 0;
    while (text != null && i < text.length()) {
      int c = text.codePointAt(i);
      if (isVisible(c)) {
        return false;
      }
      i += Character.charCount(c);
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

  /// The text with a sign in place of each character that cannot be kept.
  public static String storable(String text) {
    return isStorable(text) && expectedForTurned(text).isEmpty()
        ? text
        : text.replaceAll("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]", "�");
  }

  /// Controls are seen as that, and told as what is wrong.
  private static boolean isVisible(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.FORMAT
        && c != NEXT_LINE
        && !EMPTY.get(c);
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
        || c == NEXT_LINE
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF';
  }
}
