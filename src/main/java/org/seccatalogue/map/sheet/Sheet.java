package org.seccatalogue.map.sheet;

/// What is drawn on. All places and lengths are in mm from the upper left corner.
public interface Sheet {

  /// Begins what belongs together.
  ///
  /// @param words what it is, for whoever does not see it; empty: nothing is said
  /// @param data for programs that show the sheet, as name, value, name, value
  void begin(String words, String... data);

  /// Ends what was begun last.
  void end();

  /// A rectangle, perhaps with round corners.
  ///
  /// @param corner the radius of its corners
  void rectangle(Box box, double corner, Look look);

  void path(Path path, Look look);

  void circle(Point middle, double radius, Look look);

  /// Words on one line.
  void words(String text, Point at, Lettering lettering);
}
