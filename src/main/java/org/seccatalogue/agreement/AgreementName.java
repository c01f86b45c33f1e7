package org.seccatalogue.agreement;

import java.util.Set;

/// By what agreements are known in words. Two may be known by the same.
///
/// @param text its words, one space apart, that begin with a letter or digit
/// @param anyCase whether it may be written in other capitals
record AgreementName(String text, boolean anyCase, Set<Agreement> named) {

  private static final int MOST_SPACES = 3;

  AgreementName {
    named = Set.copyOf(named);
  }

  static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static char folded(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /// Where it ends in a text in which it begins at a place, or -1 when it does not. It may go on in
  /// the next line.
  int endIn(String words, int from) {
    int at = from;
    for (int own = 0; own < text.length() && at >= 0; own++) {
      at = text.charAt(own) == ' ' ? afterSpaces(words, at) : after(words, at, text.charAt(own));
    }
    return at < 0 || (at < words.length() && isOfWord(words.charAt(at))) ? -1 : at;
  }

  private static int afterSpaces(String words, int from) {
    int at = from;
    while (at < words.length() && at - from < MOST_SPACES && isSpace(words.charAt(at))) {
      at++;
    }
    return at == from ? -1 : at;
  }

  private int after(String words, int at, char wanted) {
    return at < words.length() && isSame(words.charAt(at), wanted) ? at + 1 : -1;
  }

  private boolean isSame(char one, char other) {
    return one == other || (anyCase && folded(one) == folded(other));
  }
}
