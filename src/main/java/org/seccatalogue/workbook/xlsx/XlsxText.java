package org.seccatalogue.workbook.xlsx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as workbooks write it: characters that XML cannot hold, or would change, stand there as
/// `_x000D_` (ISO/IEC 29500-1, ST_Xstring).
public final class XlsxText {

  private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern TO_WRITE =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

  private XlsxText() {}

  public static String written(String text) {
    if (standsForItself(text)) {
      return text;
    }
    return TO_WRITE
        .matcher(text)
        .replaceAll(found -> String.format(Locale.ROOT, "_x%04X_", (int) found.group().charAt(0)));
  }

  /// Whether none of the characters is one to look at, as in most texts.
  private static boolean standsForItself(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_' || (c < ' ' && c != '\t' && c != '\n') || c >= '\uFFFE') {
        return false;
      }
    }
    return true;
  }

  static String read(String text) {
    return text.contains("_x")
        ? WRITTEN
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
