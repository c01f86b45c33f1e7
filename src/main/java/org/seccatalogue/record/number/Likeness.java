package org.seccatalogue.record.number;

import java.text.Normalizer;
import java.util.Locale;

/// What people take for the same reference: in capitals or not, in wide letters or not, with one
/// blank or more. The database function `reference_likeness` says the same.
public final class Likeness {

  private Likeness() {}

  /// The text that all references have in common which look alike.
  public static String of(String reference) {
    String plain = Normalizer.normalize(reference, Normalizer.Form.NFKC);
    StringBuilder text = new StringBuilder();
    plain
        .codePoints()
        .filter(c -> !isBlank(c) || isAfterLetter(text))
        .forEach(c -> text.appendCodePoint(isBlank(c) ? ' ' : c));
    return text.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isAfterLetter(StringBuilder text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) != ' ';
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
