package org.seccatalogue.map.drawing;

import org.seccatalogue.map.LineLook;
import org.seccatalogue.map.sheet.Look;
import org.seccatalogue.map.sheet.Path;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.map.sheet.Sheet;

/// What stands at the ends of lines, by which kinds are told apart without colour.
final class Heads {

  private static final double SHORTEST = 2.1;
  private static final double LONGEST = 4.2;
  private static final double PER_WIDTH = 1.35;
  private static final double THIN = 0.35;

  private Heads() {}

  private static double length(double width) {
    return Math.min(LONGEST, SHORTEST + PER_WIDTH * width);
  }

  /// Which part of the head the line itself does not enter.
  private static double covered(LineLook.Head head) {
    return switch (head) {
      case FILLED, HOLLOW, BAR, DIAMOND, HOLLOW_DIAMOND, SLIM -> 0.8;
      case DISC, RING, SQUARE -> 0.7;
      case OPEN, TWO_BARS, TWO_ARROWS -> 0.1;
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
  }

  static void draw(Sheet sheet, ChangeLook look, End end) {
    Shapes shapes = new Shapes(sheet, end);
    double length = length(end.width());
    String colour = look.colour();
    Look filled = Look.filled(colour);
    Look hollow = Look.filled(Ink.PAPER).edged(colour, THIN);
    switch (look.kind().head()) {
      case FILLED -> shapes.triangle(length, 0.42, filled);
      case SLIM -> shapes.triangle(length, 0.24, filled);
      case HOLLOW -> shapes.triangle(length, 0.42, hollow);
      case BAR -> {
        shapes.triangle(length, 0.34, filled);
        shapes.bar(-0.35, length, colour);
      }
      case OPEN -> shapes.arrow(0, length, colour);
      case DISC -> shapes.circle(length * 0.4, filled);
      case RING -> shapes.circle(length * 0.4, Look.filled(Ink.PAPER).edged(colour, 0.5));
      case DIAMOND -> shapes.diamond(length, filled);
      case HOLLOW_DIAMOND -> shapes.diamond(length, hollow);
      case SQUARE -> shapes.square(length * 0.55, filled);
      case TWO_BARS -> {
        shapes.bar(-0.35, length, colour);
        shapes.bar(-1.6, length, colour);
      }
      case TWO_ARROWS -> {
        shapes.arrow(0, length, colour);
        shapes.arrow(-1.6, length, colour);
      }
    }
  }

  /// Shapes whose tip is at 0, and that look to the right until they are turned.
  private record Shapes(Sheet sheet, End end) {

    void triangle(double length, double half, Look look) {
      closed(
          look,
          new Point(0, 0),
          new Point(-length, -length * half),
          new Point(-length, length * half));
    }

    void diamond(double length, Look look) {
      closed(
          look,
          new Point(0, 0),
          new Point(-length / 2, -length * 0.36),
          new Point(-length, 0),
          new Point(-length / 2, length * 0.36));
    }

    void square(double side, Look look) {
      closed(
          look,
          new Point(0, -side / 2),
          new Point(-side, -side / 2),
          new Point(-side, side / 2),
          new Point(0, side / 2));
    }

    void arrow(double tip, double length, String colour) {
      open(
          Look.line(colour, 0.45),
          new Point(tip - length, -length * 0.42),
          new Point(tip, 0),
          new Point(tip - length, length * 0.42));
    }

    /// Across the line.
    void bar(double at, double length, String colour) {
      open(Look.line(colour, 0.7), new Point(at, -length / 2), new Point(at, length / 2));
    }

    void circle(double radius, Look look) {
      sheet.circle(turned(new Point(-radius, 0)), radius, look);
    }

    void closed(Look look, Point... points) {
      sheet.path(path(points).closed(), look);
    }

    void open(Look look, Point... points) {
      sheet.path(path(points), look);
    }

    private Path path(Point... points) {
      Path path = Path.from(turned(points[0]));
      for (int i = 1; i < points.length; i++) {
        path.to(turned(points[i]));
      }
      return path;
    }

    private Point turned(Point point) {
      double angle =
          StrictMath.atan2(end.tip().y() - end.from().y(), end.tip().x() - end.from().x());
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      return new Point(
          end.tip().x() + point.x() * cos - point.y() * sin,
          end.tip().y() + point.x() * sin + point.y() * cos);
    }
  }
}
