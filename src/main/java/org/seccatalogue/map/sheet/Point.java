package org.seccatalogue.map.sheet;

/// A point, in mm.
public record Point(double x, double y) {

  public Point fitted(Box.Fit fit) {
    return new Point(fit.x(x), fit.y(y));
  }

  public double distance(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  /// The point so far from here towards another one.
  public Point towards(Point other, double length) {
    double whole = distance(other);
    return whole == 0
        ? this
        : new Point(x + (other.x - x) * length / whole, y + (other.y - y) * length / whole);
  }
}
