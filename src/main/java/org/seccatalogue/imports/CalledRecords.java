package org.seccatalogue.imports;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.record.RecordKey;

/// Links in words, by what people call their targets.
public final class CalledRecords {

  /// A key that stands alone, or begins one of several links.
  private static final Pattern KEY =
      Pattern.compile("(?:^|(?<=; ))[A-Z]{3}-[0-9]{4,9}(?= \\(|; |$)");

  private CalledRecords() {}

  /// The text with names in place of keys.
  public static String in(String text, UnaryOperator<String> name) {
    return KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(name.apply(key.group())));
  }

  /// The keys that a text has.
  static List<RecordKey> keys(String text) {
    return KEY.matcher(text).results().map(MatchResult::group).map(RecordKey::of).toList();
  }
}
