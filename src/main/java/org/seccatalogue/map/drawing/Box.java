package org.seccatalogue.map.drawing;

/// A rectangle, in mm.
record Box(double x, double y, double width, double height) {

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middle() {
    return y + height / 2;
  }

  boolean meets(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /// Moved, then stretched.
  Box fitted(Fit fit) {
    return new Box(fit.x(x), fit.y(y), width * fit.across(), height * fit.down());
  }

  /// How a drawing is moved and stretched so that it fills its place.
  record Fit(double left, double top, double across, double down, double toX, double toY) {

    double x(double x) {
      return toX + (x - left) * across;
    }

    double y(double y) {
      return toY + (y - top) * down;
    }
  }
}
