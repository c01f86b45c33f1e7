package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapPlace;

/// Draws boxes and the frames around them. What a box is, its outline tells.
final class BoxDrawing {

  private static final double FRAME_SIZE = 10;
  private static final double FOLD = 2.2;
  private static final double ROUND = 4.5;
  private static final double BAND = 1.3;
  private static final String FOCUS = "#fff1b8";

  private final Svg svg;
  private final PlacedMap map;

  BoxDrawing(Svg svg, PlacedMap map) {
    this.svg = svg;
    this.map = map;
  }

  void frame(MapFrame frame, Box box) {
    svg.rectangle(box, 2, "fill", Svg.GROUND, "stroke", "#8a979d", "stroke-width", "0.3");
    double size = FRAME_SIZE * map.letters();
    double y = box.y() + 5.6 * map.letters();
    String title = frame.place().heading();
    double wide = box.width() - 6;
    while (Letters.bold(title, size) > wide && size > 7) {
      size -= 0.25;
    }
    svg.words(title, new Point(box.x() + 3, y), size, "font-weight", "bold", "fill", Svg.ACCENT);
  }

  void box(MapNode node, Box box, BoxText text) {
    svg.open("g", "data-node", node.id());
    svg.element("title", (node.name() + " " + node.title()).strip());
    shape(svg, box, Outline.of(node));
    double scale = map.letters();
    double size = BoxText.TITLE_SIZE * scale;
    double line = BoxText.LINE * scale;
    double first =
        box.middle() + size * Letters.POINT * 0.36 - (text.lines().size() - 1) * line / 2;
    svg.words(
        text.name(),
        new Point(box.x() + BoxText.SIDE * scale, first),
        BoxText.NAME_SIZE * scale,
        "font-weight",
        "bold");
    for (int i = 0; i < text.lines().size(); i++) {
      svg.words(
          text.lines().get(i), new Point(box.x() + text.titleAt() * scale, first + i * line), size);
    }
    svg.close("g");
  }

  /// What the outline of a box tells.
  record Outline(MapPlace.Sort sort, boolean provisional, boolean focus) {

    static Outline of(MapNode node) {
      return new Outline(node.place().sort(), node.place().provisional(), node.focus());
    }
  }

  /// Draws the outline of a box: a band at the side of an agreement, a fold in the corner of a
  /// catalogue, round ends for a party.
  static void shape(Svg svg, Box box, Outline outline) {
    List<String> looks =
        new ArrayList<>(
            List.of(
                "fill",
                outline.focus() ? FOCUS : Svg.PAPER,
                "stroke",
                Svg.INK,
                "stroke-width",
                outline.focus() ? "0.8" : "0.35"));
    if (outline.provisional()) {
      looks.addAll(List.of("stroke-dasharray", "1.5 1"));
    }
    String[] all = looks.toArray(String[]::new);
    switch (outline.sort()) {
      case AGREEMENT -> {
        svg.rectangle(box, 0, all);
        svg.rectangle(new Box(box.x(), box.y(), BAND, box.height()), 0, "fill", Svg.ACCENT);
      }
      case CLAUSE -> svg.rectangle(box, 0, all);
      case RECORD -> svg.rectangle(box, 1.4, all);
      case PARTY -> svg.rectangle(box, Math.min(ROUND, box.height() / 2), all);
      case HEADING -> folded(svg, box, all);
    }
  }

  private static void folded(Svg svg, Box box, String... looks) {
    String x = Svg.number(box.right() - FOLD);
    String y = Svg.number(box.y() + FOLD);
    String right = Svg.number(box.right());
    String top = Svg.number(box.y());
    svg.path(
        "M"
            + Svg.number(box.x())
            + " "
            + top
            + "H"
            + x
            + "L"
            + right
            + " "
            + y
            + "V"
            + Svg.number(box.bottom())
            + "H"
            + Svg.number(box.x())
            + "Z",
        looks);
    svg.path(
        "M" + x + " " + top + "V" + y + "H" + right,
        "fill",
        "none",
        "stroke",
        Svg.INK,
        "stroke-width",
        "0.25");
  }
}
