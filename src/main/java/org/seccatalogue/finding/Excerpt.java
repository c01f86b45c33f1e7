package org.seccatalogue.finding;

/// Parts of a text, cut where no character is: those beyond the basic plane take two places, and
/// half of one is none that anybody can write.
public final class Excerpt {

  private Excerpt() {}

  /// A text, or of a longer one its beginning with “…”.
  ///
  /// @param most how many places of the text there may be
  public static String of(String text, int most) {
    return text.length() <= most ? text : beginning(text, most) + "…";
  }

  /// The beginning of a text.
  public static String beginning(String text, int most) {
    return most >= text.length() ? text : text.substring(0, isHalf(text, most) ? most - 1 : most);
  }

  /// The end of a text.
  public static String ending(String text, int most) {
    int from = text.length() - most;
    return from <= 0 ? text : text.substring(isHalf(text, from) ? from + 1 : from);
  }

  /// Whether a character would be cut in two.
  private static boolean isHalf(String text, int at) {
    return at > 0
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
