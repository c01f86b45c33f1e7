package org.seccatalogue.map.drawing;

import java.util.List;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Letters;

/// The words in a box: its name, and its title in at most three lines beside it. A long title makes
/// the box wider, so that nothing is cut.
///
/// @param nameWidth of the names of all boxes of a frame, so that titles begin below one another
/// @param chips what stands below the title
record BoxText(String name, List<String> lines, Chips chips, double nameWidth, double titleWidth) {

  static final double NAME_SIZE = 9;
  static final double TITLE_SIZE = 8;
  static final double LINE = 3.35;
  static final double SIDE = 3;

  private static final double GAP = 2.2;
  static final double NARROW = 47;
  static final double BROAD = 68;
  private static final int MOST_LINES = 3;
  private static final double ABOVE_AND_BELOW = 3.1;
  private static final double TIGHT = 1.7;
  private static final double BROADER = 8;

  static BoxText of(MapNode node, double nameWidth) {
    return of(node, nameWidth, NARROW);
  }

  /// @param least how wide titles are that need no more
  static BoxText of(MapNode node, double nameWidth, double least) {
    double width = least;
    List<String> lines = Letters.wrapped(node.title(), width, TITLE_SIZE);
    while (lines.size() > MOST_LINES) {
      width += BROADER;
      lines = Letters.wrapped(node.title(), width, TITLE_SIZE);
    }
    return new BoxText(node.name(), lines, Chips.of(node.documents(), width), nameWidth, width);
  }

  static double nameWidth(MapFrame frame) {
    return frame.nodes().stream()
        .mapToDouble(node -> Letters.bold(node.name(), NAME_SIZE))
        .max()
        .orElse(0);
  }

  /// How far from the left edge of the box the title begins.
  double titleAt() {
    return SIDE + nameWidth + GAP;
  }

  double width() {
    return titleAt() + titleWidth + SIDE;
  }

  double height() {
    return (titleWidth < BROAD ? ABOVE_AND_BELOW : TIGHT) + lines.size() * LINE + chips.height();
  }
}
