package org.seccatalogue.record;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text of several parts, with separators between them.
///
/// A backslash directly before a separator takes its meaning from it: `a\; b` is one part. Any
/// other backslash is a character like others, so that paths and people's own text stay as they
/// are; before a separator that is meant as one, a backslash is written twice.
public final class Separated {

  private static final int UNLIMITED = -1;
  private static final int MOST_PATTERNS = 1_000;
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private Separated() {}

  /// The parts of a text, without the spaces around them; some may be empty.
  ///
  /// @param separator regular expression
  public static List<String> parts(String text, String separator) {
    return parts(text, separator, UNLIMITED);
  }

  /// The parts of a text. The last of `most` parts is what is left, as it stands.
  public static List<String> parts(String text, String separator, int most) {
    return parts(text, new Places(text, separator, false), most);
  }

  /// The parts of a text whose brackets may hold separators.
  public static List<String> partsOutsideBrackets(String text, String separator) {
    return parts(text, new Places(text, separator, true), UNLIMITED);
  }

  private static List<String> parts(String text, Places places, int most) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int from = 0;
    while (parts.size() + 1 != most && places.next()) {
      part.append(text, from, places.start()).append("\\".repeat(places.backslashes() / 2));
      if (places.backslashes() % 2 == 1) {
        part.append(places.separator());
      } else {
        parts.add(part.toString().strip());
        part.setLength(0);
      }
      from = places.end();
    }
    parts.add(part.append(text, from, text.length()).toString().strip());
    return parts;
  }

  /// The text whose parts these are.
  ///
  /// @param separator regular expression that `glue` matches
  public static String joined(List<String> parts, String separator, String glue) {
    StringJoiner joined = new StringJoiner(glue);
    for (String part : parts) {
      String escaped = escaped(part, separator);
      joined.add(escaped.endsWith("\\") ? escaped + " " : escaped);
    }
    return joined.toString().strip();
  }

  /// A part with a backslash before each separator in it.
  public static String escaped(String part, String separator) {
    return isFreeOf(part, begins(separator))
        ? part
        : escaped(part, new Places(part, separator, false));
  }

  /// Most cells have no separator, and nothing finds that out faster.
  private static boolean isFreeOf(String part, String signs) {
    for (int i = 0; i < signs.length(); i++) {
      if (part.indexOf(signs.charAt(i)) >= 0) {
        return false;
      }
    }
    return !signs.isEmpty();
  }

  /// What a match of an expression begins with; empty where that is not known.
  private static String begins(String separator) {
    return switch (separator) {
      case ";", ",", ":", "/", "=" -> separator;
      case "\\|" -> "|";
      case "[=:]" -> "=:";
      case "//|\\R" -> "/\n\u000B\f\r\u0085\u2028\u2029";
      default -> "";
    };
  }

  /// A part with a backslash before each separator in it that is not in brackets.
  public static String escapedOutsideBrackets(String part, String separator) {
    return escaped(part, new Places(part, separator, true));
  }

  private static String escaped(String part, Places places) {
    if (!places.next()) {
      return part;
    }
    StringBuilder escaped = new StringBuilder();
    int from = 0;
    do {
      escaped
          .append(part, from, places.start())
          .append("\\".repeat(2 * places.backslashes() + 1))
          .append(places.separator());
      from = places.end();
    } while (places.next());
    return escaped.append(part, from, part.length()).toString();
  }

  /// The separators of a text one after the other. It takes a time that is linear in the text,
  /// whatever stands in it.
  private static final class Places {
    private final String text;
    private final Matcher matcher;
    private final BitSet inBrackets;
    private int before;
    private int backslashes;

    Places(String text, String separator, boolean outsideBrackets) {
      this.text = text;
      matcher = pattern(separator).matcher(text);
      inBrackets = outsideBrackets ? beforeClosing(text) : new BitSet();
    }

    /// From where on the next bracket is a closing one.
    private static BitSet beforeClosing(String text) {
      BitSet places = new BitSet();
      int closing = text.lastIndexOf(')');
      while (closing >= 0) {
        int opening = text.lastIndexOf('(', closing);
        places.set(opening + 1, closing + 1);
        closing = opening < 0 ? -1 : text.lastIndexOf(')', opening);
      }
      return places;
    }

    boolean next() {
      int earliest = before;
      while (matcher.find()) {
        if (!inBrackets.get(matcher.end())) {
          before = matcher.end();
          backslashes = backslashesAfter(earliest);
          return true;
        }
      }
      return false;
    }

    private int backslashesAfter(int earliest) {
      int start = matcher.start();
      while (start > earliest && text.charAt(start - 1) == '\\') {
        start--;
      }
      return matcher.start() - start;
    }

    /// Where the backslashes before it begin.
    int start() {
      return matcher.start() - backslashes;
    }

    int end() {
      return matcher.end();
    }

    int backslashes() {
      return backslashes;
    }

    String separator() {
      return matcher.group();
    }
  }

  /// The same few expressions are asked for with every cell.
  private static Pattern pattern(String expression) {
    return PATTERNS.size() < MOST_PATTERNS
        ? PATTERNS.computeIfAbsent(expression, Pattern::compile)
        : Pattern.compile(expression);
  }
}
