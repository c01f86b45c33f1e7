package org.seccatalogue.map.drawing;

import java.util.List;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Letters;

/// The words in a box: its name, and its title in at most three lines beside it. A long title makes
/// the box wider, so that nothing is cut; or, where boxes would be too wide, both have more lines.
///
/// @param names the lines of its name
/// @param nameWidth of the names of all boxes of a frame, so that titles begin below one another
/// @param chips what stands below the title
record BoxText(
    List<String> names, List<String> lines, Chips chips, double nameWidth, double titleWidth) {

  static final double NAME_SIZE = 9;
  static final double TITLE_SIZE = 8;
  static final double LINE = 3.35;
  static final double NAME_LINE = 3.7;
  static final double SIDE = 3;

  private static final double GAP = 2.2;
  static final double NARROW = 47;
  static final double BROAD = 68;
  private static final int MOST_LINES = 3;
  private static final double ABOVE_AND_BELOW = 3.1;
  private static final double TIGHT = 1.7;
  private static final double BROADER = 8;
  private static final double WIDEST_NAME = 30;
  private static final double BOLD = 1.1;

  /// How words are set.
  ///
  /// @param titles how wide those are that need no more
  /// @param tall whether words have more lines rather than more width
  /// @param chips the size of letters on what stands below titles
  record Style(double titles, boolean tall, double chips) {

    private List<String> names(MapNode node) {
      return tall && Letters.bold(node.name(), NAME_SIZE) > WIDEST_NAME
          ? Letters.wrapped(node.name(), WIDEST_NAME / BOLD, NAME_SIZE)
          : List.of(node.name());
    }
  }

  static BoxText of(MapNode node, double nameWidth) {
    return of(node, nameWidth, new Style(NARROW, false, Chips.SMALL));
  }

  static BoxText of(MapNode node, double nameWidth, Style style) {
    double width = style.titles();
    List<String> lines = Letters.wrapped(node.title(), width, TITLE_SIZE);
    while (lines.size() > MOST_LINES && (!style.tall() || width + BROADER <= BROAD)) {
      width += BROADER;
      lines = Letters.wrapped(node.title(), width, TITLE_SIZE);
    }
    Chips chips = Chips.of(node.documents(), width, style.chips());
    return new BoxText(style.names(node), lines, chips, nameWidth, width);
  }

  static double nameWidth(MapFrame frame, Style style) {
    return frame.nodes().stream()
        .flatMap(node -> style.names(node).stream())
        .mapToDouble(name -> Letters.bold(name, NAME_SIZE))
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
    double tall = Math.max(lines.size() * LINE, (names.size() - 1) * NAME_LINE + LINE);
    return (titleWidth < BROAD ? ABOVE_AND_BELOW : TIGHT) + tall + chips.height();
  }
}
