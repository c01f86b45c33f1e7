package org.seccatalogue.map.sheet;

/// A rectangle, in mm.
public record Box(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double middle() {
    return y + height / 2;
  }

  /// So much larger on each side.
  public Box wider(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  public boolean meets(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /// Moved, then stretched.
  public Box fitted(Fit fit) {
    return new Box(fit.x(x), fit.y(y), width * fit.across(), height * fit.down());
  }

  /// How a drawing is moved and stretched so that it fills its place.
  public record Fit(double left, double top, double across, double down, double toX, double toY) {

    public double x(double x) {
      return toX + (x - left) * across;
    }

    public double y(double y) {
      return toY + (y - top) * down;
    }
  }
}
