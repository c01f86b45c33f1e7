package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Lettering;
import org.seccatalogue.map.sheet.Letters;
import org.seccatalogue.map.sheet.Look;
import org.seccatalogue.map.sheet.Path;
import org.seccatalogue.map.sheet.Point;
import org.seccatalogue.map.sheet.Sheet;

/// Draws lines: as wide as they stand for relations, with rounded corners, and with the head of
/// their kind. A light edge parts those that cross.
final class LineDrawing {

  private static final double CORNER = 1.6;
  private static final double EDGE = 0.9;
  private static final double CORE = 0.42;
  private static final double NUMBER_SIZE = 7.2;
  private static final double NUMBER_HEIGHT = 3.9;
  private static final double NUMBER_SIDE = 0.9;

  private final Sheet sheet;
  private final LineWidths widths;
  private final boolean compared;

  /// @param compared whether lines tell what became of relations
  LineDrawing(Sheet sheet, LineWidths widths, boolean compared) {
    this.sheet = sheet;
    this.widths = widths;
    this.compared = compared;
  }

  void line(PlacedMap.Line line) {
    MapEdge edge = line.edge();
    sheet.begin(
        title(edge),
        "data-edge",
        Integer.toString(edge.number()),
        "data-from",
        edge.from().id(),
        "data-to",
        edge.to().id());
    line(ChangeLook.of(edge, compared), line, widths.of(edge.count()));
    sheet.end();
  }

  /// A line in words.
  static String title(MapEdge edge) {
    return "%s – %s: %s, %d"
            .formatted(
                named(edge.from().name(), edge.from().title()),
                named(edge.to().name(), edge.to().title()),
                edge.kind().label(),
                edge.count())
        + (edge.change() == MapChange.SAME ? "" : " " + edge.change().word());
  }

  private static String named(String name, String title) {
    return (name + " " + title).strip();
  }

  /// A straight piece of a line of a kind, for the legend.
  void sample(ChangeLook look, Point from, Point to, double width) {
    Heads.End end = new Heads.End(to, from, width);
    stroke(look, width, path(List.of(from, end.shortened(look.kind()))));
    Heads.draw(sheet, look, end);
  }

  /// A line of a kind, with the head at its end.
  private void line(ChangeLook look, PlacedMap.Line line, double width) {
    Heads.End end = new Heads.End(line.tip(), line.before(), width);
    List<Point> shorter = new ArrayList<>(line.points());
    shorter.removeLast();
    shorter.add(end.shortened(look.kind()));
    stroke(look, width, line.curved() ? curve(shorter) : path(shorter));
    Heads.draw(sheet, look, end);
  }

  private void stroke(ChangeLook look, double width, Path path) {
    sheet.path(path, Look.line(Ink.PAPER, width + EDGE));
    double wide = look.isDouble() ? width + CORE : width;
    sheet.path(path, Look.line(look.colour(), wide).dashed(scaled(look.dash(), wide)));
    if (look.isDouble()) {
      sheet.path(path, Look.line(Ink.PAPER, Math.max(CORE, width * CORE)));
    }
  }

  /// Wide lines have longer dashes, or their dots would run together.
  private static List<Double> scaled(List<Double> dash, double width) {
    double factor = Math.max(1, width / (2 * Letters.POINT));
    return dash.stream().map(length -> length * factor).toList();
  }

  private static Path path(List<Point> points) {
    Path path = Path.from(points.getFirst());
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      double in = Math.min(CORNER, corner.distance(points.get(i - 1)) / 2);
      double out = Math.min(CORNER, corner.distance(points.get(i + 1)) / 2);
      Point begin = corner.towards(points.get(i - 1), in);
      path.to(begin).round(begin, corner, corner.towards(points.get(i + 1), out));
    }
    return path.to(points.getLast());
  }

  private static Path curve(List<Point> points) {
    Path path = Path.from(points.getFirst());
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double middle = (from.x() + to.x()) / 2;
      path.curve(new Point(middle, from.y()), new Point(middle, to.y()), to);
    }
    return path;
  }

  /// How many relations a line stands for, from two up; of those that came or went, always.
  static String number(MapEdge edge) {
    return switch (edge.change()) {
      case SAME -> edge.count() < 2 ? "" : Integer.toString(edge.count());
      case ADDED -> "+" + edge.count();
      case REMOVED -> "−" + edge.count();
    };
  }

  /// How wide what stands around the number of a line is, in mm.
  static double numberWidth(MapEdge edge) {
    return Math.max(NUMBER_HEIGHT, Letters.bold(number(edge), NUMBER_SIZE) + 2 * NUMBER_SIDE);
  }

  /// The number of a line, above all lines.
  void number(PlacedMap.Line line) {
    Point at = line.label();
    if (at == null) {
      return;
    }
    boolean same = compared && line.edge().change() == MapChange.SAME;
    String colour = same ? Ink.GREY : line.edge().kind().look().colour();
    String count = number(line.edge());
    double width = numberWidth(line.edge());
    Box box = new Box(at.x() - width / 2, at.y() - NUMBER_HEIGHT / 2, width, NUMBER_HEIGHT);
    sheet.begin("", "data-edge", Integer.toString(line.edge().number()));
    sheet.rectangle(box, NUMBER_HEIGHT / 2, Look.filled(Ink.PAPER).edged(colour, 0.3));
    sheet.words(
        count,
        new Point(at.x(), at.y() + NUMBER_SIZE * Letters.POINT * 0.36),
        Lettering.of(NUMBER_SIZE).strong().in(colour).at(Lettering.Anchor.MIDDLE));
    sheet.end();
  }
}
