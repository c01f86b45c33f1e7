package org.seccatalogue.map.sheet;

import java.util.ArrayList;
import java.util.List;

/// A line from point to point, straight or swinging; closed or open.
public final class Path {

  private final List<Step> steps = new ArrayList<>();

  /// How it goes on.
  sealed interface Step {

    record Begin(Point at) implements Step {}

    record Straight(Point to) implements Step {}

    /// A cubic Bézier curve.
    record Curve(Point first, Point second, Point to) implements Step {}

    record Close() implements Step {}
  }

  private Path(Point from) {
    steps.add(new Step.Begin(from));
  }

  public static Path from(double x, double y) {
    return from(new Point(x, y));
  }

  public static Path from(Point point) {
    return new Path(point);
  }

  public Path to(double x, double y) {
    return to(new Point(x, y));
  }

  public Path to(Point point) {
    steps.add(new Step.Straight(point));
    return this;
  }

  public Path curve(Point first, Point second, Point to) {
    steps.add(new Step.Curve(first, second, to));
    return this;
  }

  /// Round a corner.
  ///
  /// @param from where the path is now
  public Path round(Point from, Point corner, Point to) {
    return curve(between(from, corner), between(to, corner), to);
  }

  /// A quadratic curve is the cubic one whose points stand two thirds of the way to its own.
  private static Point between(Point end, Point corner) {
    return new Point(
        end.x() + (corner.x() - end.x()) * 2 / 3, end.y() + (corner.y() - end.y()) * 2 / 3);
  }

  public Path closed() {
    steps.add(new Step.Close());
    return this;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /// A circle, or the part of a sheet with round corners.
  static Path of(Box box, double corner) {
    double radius = Math.min(corner, Math.min(box.width(), box.height()) / 2);
    if (radius == 0) {
      return from(box.x(), box.y())
          .to(box.right(), box.y())
          .to(box.right(), box.bottom())
          .to(box.x(), box.bottom())
          .closed();
    }
    return rounded(box, radius);
  }

  private static Path rounded(Box box, double radius) {
    double left = box.x() + radius;
    double right = box.right() - radius;
    double top = box.y() + radius;
    double bottom = box.bottom() - radius;
    Arcs arcs = new Arcs(from(left, box.y()), radius);
    arcs.path.to(right, box.y());
    arcs.turn(right, top, 0);
    arcs.path.to(box.right(), bottom);
    arcs.turn(right, bottom, 1);
    arcs.path.to(left, box.bottom());
    arcs.turn(left, bottom, 2);
    arcs.path.to(box.x(), top);
    arcs.turn(left, top, 3);
    return arcs.path.closed();
  }

  /// Quarters of circles, as near as curves come to them.
  private record Arcs(Path path, double radius) {

    private static final double KAPPA = 0.5522847498;
    private static final int[][] WAYS = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};

    /// From one way off the middle to the next one, clockwise.
    void turn(double x, double y, int quarter) {
      int[] one = WAYS[quarter];
      int[] next = WAYS[(quarter + 1) % WAYS.length];
      path.curve(
          off(x, y, radius * (one[0] + KAPPA * next[0]), radius * (one[1] + KAPPA * next[1])),
          off(x, y, radius * (next[0] + KAPPA * one[0]), radius * (next[1] + KAPPA * one[1])),
          off(x, y, radius * next[0], radius * next[1]));
    }

    private static Point off(double x, double y, double right, double down) {
      return new Point(x + right, y + down);
    }
  }
}
