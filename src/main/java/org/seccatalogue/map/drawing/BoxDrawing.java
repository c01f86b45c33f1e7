package org.seccatalogue.map.drawing;

import java.util.List;
import java.util.stream.Collectors;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Lettering;
import org.seccatalogue.map.sheet.Letters;
import org.seccatalogue.map.sheet.Look;
import org.seccatalogue.map.sheet.Path;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.map.sheet.Sheet;

/// Draws boxes and the frames around them. What a box is, its outline tells.
final class BoxDrawing {

  private static final double FRAME_SIZE = 10;
  private static final double FIRST_LINE = 5.6;
  private static final double FRAME_SIDE = 3;
  private static final double AROUND = 0.8;
  private static final double FOLD = 2.2;
  private static final double ROUND = 4.5;
  private static final double BAND = 1.3;
  private static final double LEAF = 0.55;
  private static final double BELOW = 1.6;
  private static final List<Double> BROKEN = List.of(1.5, 1.0);
  private static final String FOCUS = "#fff1b8";

  private final Sheet sheet;
  private final PlacedMap map;

  BoxDrawing(Sheet sheet, PlacedMap map) {
    this.sheet = sheet;
    this.map = map;
  }

  void frame(MapFrame frame, Box box) {
    sheet.rectangle(box, 2, Look.filled(Ink.GROUND).edged("#8a979d", 0.3));
    FrameText text = map.heads().get(frame);
    if (text == null) {
      heading(frame, box);
    } else {
      heading(text, box);
    }
  }

  private void heading(FrameText text, Box box) {
    double scale = map.letters();
    for (int i = 0; i < text.lines().size(); i++) {
      double y = box.y() + (FIRST_LINE + i * FrameText.LINE) * scale;
      sheet.words(
          text.lines().get(i),
          new Point(box.x() + FRAME_SIDE, y),
          Lettering.of(text.size() * scale).strong().in(Ink.ACCENT));
    }
  }

  /// In one line, in letters as small as that needs.
  private void heading(MapFrame frame, Box box) {
    double size = FRAME_SIZE * map.letters();
    double y = box.y() + FIRST_LINE * map.letters();
    String title = frame.place().heading();
    double wide = box.width() - 6;
    while (Letters.bold(title, size) > wide && size > 7) {
      size -= 0.25;
    }
    sheet.words(
        title, new Point(box.x() + FRAME_SIDE, y), Lettering.of(size).strong().in(Ink.ACCENT));
  }

  void box(MapNode node, Box box, BoxText text) {
    String change = node.place().change() == MapChange.SAME ? "" : node.place().change().word();
    String name = (node.name() + " " + node.title() + " " + change).strip();
    sheet.begin(name + served(node), "data-node", node.id());
    shape(sheet, box, Outline.of(node));
    double scale = map.letters();
    double size = BoxText.TITLE_SIZE * scale;
    double line = BoxText.LINE * scale;
    double first =
        box.middle()
            + size * Letters.POINT * 0.36
            - (text.lines().size() - 1) * line / 2
            - text.chips().height() * scale / 2;
    names(text, box, first);
    for (int i = 0; i < text.lines().size(); i++) {
      sheet.words(
          text.lines().get(i),
          new Point(box.x() + text.titleAt() * scale, first + i * line),
          Lettering.of(size));
    }
    double below = first + (text.lines().size() - 1) * line + BELOW * scale;
    chips(text.chips(), new Point(box.x() + text.titleAt() * scale, below));
    sheet.end();
  }

  /// Beside the first line of the title; one of several lines in the middle of the box.
  private void names(BoxText text, Box box, double first) {
    double scale = map.letters();
    List<String> names = text.names();
    double half = BoxText.NAME_SIZE * scale * Letters.POINT * 0.36;
    double line = BoxText.NAME_LINE * scale;
    double y = names.size() == 1 ? first : box.middle() + half - (names.size() - 1) * line / 2;
    for (int i = 0; i < names.size(); i++) {
      sheet.words(
          names.get(i),
          new Point(box.x() + BoxText.SIDE * scale, y + i * line),
          Lettering.of(BoxText.NAME_SIZE * scale).strong());
    }
  }

  private static String served(MapNode node) {
    return node.documents().isEmpty()
        ? ""
        : node.documents().stream()
            .map(BoxDrawing::named)
            .collect(Collectors.joining(", ", "; served by ", ""));
  }

  private static String named(MapPlace document) {
    String change = document.change() == MapChange.SAME ? "" : document.change().word();
    return (document.name() + " " + document.title() + " " + change).strip();
  }

  /// Where the first begins.
  private void chips(Chips chips, Point at) {
    double scale = map.letters();
    for (int row = 0; row < chips.rows().size(); row++) {
      for (Chips.Chip chip : chips.rows().get(row)) {
        Box box =
            new Box(
                at.x() + chip.x() * scale,
                at.y() + row * Chips.ROW * scale,
                chip.width() * scale,
                Chips.TALL * scale);
        MapChange change = chip.document() == null ? MapChange.SAME : chip.document().change();
        shape(sheet, box, new Outline(MapPlace.Sort.DOCUMENT, false, false, change));
        double size = chips.size() * scale;
        sheet.words(
            chip.text(),
            new Point(box.x() + Chips.SIDE * scale, box.middle() + size * Letters.POINT * 0.36),
            Lettering.of(size));
      }
    }
  }

  /// What the outline of a box tells.
  record Outline(MapPlace.Sort sort, boolean provisional, boolean focus, MapChange change) {

    static Outline of(MapNode node) {
      MapPlace place = node.place();
      return new Outline(place.sort(), place.provisional(), node.focus(), place.change());
    }
  }

  /// Draws the outline of a box: a band at the side of an agreement, a fold in the corner of a
  /// catalogue, a line along the edge of a document, round ends for a party. What was added has a
  /// second one, what was removed is crossed out.
  static void shape(Sheet sheet, Box box, Outline outline) {
    if (outline.change() == MapChange.ADDED) {
      sheet.rectangle(box.wider(AROUND), AROUND, Look.filled(Ink.PAPER).edged(Ink.INK, 0.35));
    }
    Look look =
        Look.filled(outline.focus() ? FOCUS : Ink.PAPER)
            .edged(Ink.INK, outline.focus() ? 0.8 : 0.35)
            .dashed(outline.provisional() ? BROKEN : List.of());
    switch (outline.sort()) {
      case AGREEMENT -> {
        sheet.rectangle(box, 0, look);
        sheet.rectangle(new Box(box.x(), box.y(), BAND, box.height()), 0, Look.filled(Ink.ACCENT));
      }
      case CLAUSE -> sheet.rectangle(box, 0, look);
      case RECORD, ENTRY -> sheet.rectangle(box, 1.4, look);
      case DOCUMENT -> {
        sheet.rectangle(box, 0.6, outline.focus() ? look : look.on(Ink.GROUND));
        sheet.path(
            Path.from(box.x() + LEAF, box.y()).to(box.x() + LEAF, box.bottom()),
            Look.line(Ink.ACCENT, 0.35));
      }
      case PARTY -> sheet.rectangle(box, Math.min(ROUND, box.height() / 2), look);
      case HEADING -> folded(sheet, box, look);
    }
    if (outline.change() == MapChange.REMOVED) {
      sheet.path(
          Path.from(box.x(), box.bottom()).to(box.right(), box.y()), Look.line(Ink.GREY, 0.3));
      sheet.path(
          Path.from(box.x(), box.y()).to(box.right(), box.bottom()), Look.line(Ink.GREY, 0.3));
    }
  }

  private static void folded(Sheet sheet, Box box, Look look) {
    double x = box.right() - FOLD;
    double y = box.y() + FOLD;
    sheet.path(
        Path.from(box.x(), box.y())
            .to(x, box.y())
            .to(box.right(), y)
            .to(box.right(), box.bottom())
            .to(box.x(), box.bottom())
            .closed(),
        look);
    sheet.path(Path.from(x, box.y()).to(x, y).to(box.right(), y), Look.line(Ink.INK, 0.25));
  }
}
