package org.seccatalogue.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    if (text.indexOf('\\') < 0) {
      return Stream.of(pattern(separator).split(text, most)).map(String::strip).toList();
    }
    Matcher next = before(separator).matcher(text);
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int from = 0;
    while (parts.size() + 1 != most && next.find()) {
      part.append(text, from, next.start()).append("\\".repeat(next.group(1).length() / 2));
      if (next.group(1).length() % 2 == 1) {
        part.append(next.group(2));
      } else {
        parts.add(part.toString().strip());
        part.setLength(0);
      }
      from = next.end();
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
    if (!pattern(separator).matcher(part).find()) {
      return part;
    }
    return before(separator)
        .matcher(part)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1).repeat(2) + "\\" + found.group(2)));
  }

  private static Pattern before(String separator) {
    return pattern("(\\\\*)(" + separator + ")");
  }

  /// The same few expressions are asked for with every cell.
  private static Pattern pattern(String expression) {
    return PATTERNS.size() < MOST_PATTERNS
        ? PATTERNS.computeIfAbsent(expression, Pattern::compile)
        : Pattern.compile(expression);
  }
}
