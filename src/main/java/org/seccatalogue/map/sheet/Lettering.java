package org.seccatalogue.map.sheet;

/// How words look.
///
/// @param size in points
/// @param colour such as `#0b0c0c`
/// @param anchor which part of the words stands at their place
public record Lettering(double size, boolean bold, String colour, Anchor anchor) {

  /// The ink in which most is written.
  public static final String INK = "#0b0c0c";

  /// Which part of words stands at their place.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  public static Lettering of(double size) {
    return new Lettering(size, false, INK, Anchor.START);
  }

  public Lettering strong() {
    return new Lettering(size, true, colour, anchor);
  }

  public Lettering in(String other) {
    return new Lettering(size, bold, other, anchor);
  }

  public Lettering at(Anchor other) {
    return new Lettering(size, bold, colour, other);
  }
}
