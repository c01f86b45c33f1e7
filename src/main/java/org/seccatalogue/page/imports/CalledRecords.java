package org.seccatalogue.page.imports;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Links in words, by what people call their targets.
final class CalledRecords {

  /// A key that stands alone, or begins one of several links.
  private static final Pattern KEY =
      Pattern.compile("(?:^|(?<=; ))[A-Z]{2,6}-[0-9]{4,}(?= \\(|; |$)");

  private CalledRecords() {}

  /// The text with names in place of keys.
  static String in(String text, UnaryOperator<String> name) {
    return KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(name.apply(key.group())));
  }
}
