package org.seccatalogue.plan.rows;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A section or links in words, by what people call the records in place of their keys.
public final class CalledRecords {

  /// A key that stands alone, or begins one of several links.
  private static final Pattern KEY =
      Pattern.compile("(?:^|(?<=; ))[A-Z]{2,6}-[0-9]{4,}(?= \\(|; |$)");

  private CalledRecords() {}

  /// The keys that stand in a text.
  public static List<String> keysIn(String text) {
    return KEY.matcher(text).results().map(MatchResult::group).toList();
  }

  /// The text with names in place of keys.
  public static String in(String text, UnaryOperator<String> name) {
    return KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(name.apply(key.group())));
  }
}
