package org.seccatalogue.map.drawing;

import org.seccatalogue.map.LineLook;

/// What stands at the ends of lines, by which kinds are told apart without colour.
final class Heads {

  private static final double SHORTEST = 2.1;
  private static final double LONGEST = 4.2;
  private static final double PER_WIDTH = 1.35;
  private static final String THIN = "0.35";

  private Heads() {}

  private static double length(double width) {
    return Math.min(LONGEST, SHORTEST + PER_WIDTH * width);
  }

  /// Which part of the head the line itself does not enter.
  private static double covered(LineLook.Head head) {
    return switch (head) {
      case FILLED, HOLLOW, BAR, DIAMOND, HOLLOW_DIAMOND, SLIM -> 0.8;
      case DISC, RING, SQUARE -> 0.7;
      case OPEN -> 0.1;
    };
  }

  /// Where a line ends.
  ///
  /// @param tip the end itself
  /// @param from a point behind it, from where the line comes
  record End(Point tip, Point from, double width) {

    /// Where the line itself ends, so that it does not show beside its head.
    Point shortened(LineLook look) {
      return tip.towards(from, length(width) * covered(look.head()));
    }

    double angle() {
      return Math.toDegrees(Math.atan2(tip.y() - from.y(), tip.x() - from.x()));
    }
  }

  static void draw(Svg svg, LineLook look, End end) {
    svg.open(
        "g",
        "transform",
        "translate("
            + Svg.number(end.tip().x())
            + " "
            + Svg.number(end.tip().y())
            + ") rotate("
            + Svg.number(end.angle())
            + ")");
    shape(svg, look, length(end.width()));
    svg.close("g");
  }

  private static void shape(Svg svg, LineLook look, double length) {
    String colour = look.colour();
    switch (look.head()) {
      case FILLED -> svg.path(triangle(length, 0.42), "fill", colour);
      case SLIM -> svg.path(triangle(length, 0.24), "fill", colour);
      case HOLLOW -> hollow(svg, triangle(length, 0.42), colour);
      case BAR -> {
        svg.path(triangle(length, 0.34), "fill", colour);
        svg.path(bar(length * 0.5), "fill", "none", "stroke", colour, "stroke-width", "0.7");
      }
      case OPEN ->
          svg.path(
              "M" + pair(-length, -length * 0.42) + "L0 0L" + pair(-length, length * 0.42),
              "fill",
              "none",
              "stroke",
              colour,
              "stroke-width",
              "0.45");
      case DISC -> svg.circle(new Point(-length * 0.4, 0), length * 0.4, "fill", colour);
      case RING ->
          svg.circle(
              new Point(-length * 0.4, 0),
              length * 0.4,
              "fill",
              Svg.PAPER,
              "stroke",
              colour,
              "stroke-width",
              "0.5");
      case DIAMOND -> svg.path(diamond(length), "fill", colour);
      case HOLLOW_DIAMOND -> hollow(svg, diamond(length), colour);
      case SQUARE -> svg.path(square(length * 0.8), "fill", colour);
    }
  }

  private static void hollow(Svg svg, String path, String colour) {
    svg.path(path, "fill", Svg.PAPER, "stroke", colour, "stroke-width", THIN);
  }

  private static String triangle(double length, double half) {
    return "M0 0L" + pair(-length, -length * half) + "L" + pair(-length, length * half) + "Z";
  }

  private static String bar(double half) {
    return "M" + pair(-0.35, -half) + "L" + pair(-0.35, half);
  }

  private static String diamond(double length) {
    return "M0 0L"
        + pair(-length / 2, -length * 0.36)
        + "L"
        + pair(-length, 0)
        + "L"
        + pair(-length / 2, length * 0.36)
        + "Z";
  }

  private static String square(double side) {
    return "M"
        + pair(0, -side / 2)
        + "L"
        + pair(-side, -side / 2)
        + "L"
        + pair(-side, side / 2)
        + "L"
        + pair(0, side / 2)
        + "Z";
  }

  private static String pair(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
