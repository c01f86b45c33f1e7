package org.seccatalogue.workbook.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in which `_x000D_` stands for the character of that number (ST_Xstring of ISO/IEC 29500).
public final class EscapedText {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private EscapedText() {}

  public static String plain(String text) {
    return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(EscapedText::character) : text;
  }

  private static String character(java.util.regex.MatchResult escape) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
  }
}
