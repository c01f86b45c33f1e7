package org.seccatalogue.map.drawing;

import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.map.sheet.Letters;

/// How wide lines are, in mm: from 1 to 6 points, as the root of what they stand for.
///
/// @param most relations of a line that has the full width
record LineWidths(int most) {

  private static final double THINNEST = 1;
  private static final double WIDEST = 6;

  /// A map of few relations has no wide lines.
  private static final int FEWEST = 16;

  static LineWidths upTo(int most) {
    return new LineWidths(Math.max(FEWEST, most));
  }

  double of(int count) {
    double share = (Math.sqrt(count) - 1) / (Math.sqrt(most) - 1);
    return (THINNEST + (WIDEST - THINNEST) * share) * Letters.POINT;
  }

  /// Numbers whose widths the legend shows.
  List<Integer> shown() {
    return Stream.of(1, Math.max(2, most / 4), most).distinct().toList();
  }
}
