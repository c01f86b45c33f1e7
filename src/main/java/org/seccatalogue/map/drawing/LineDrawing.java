package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.seccatalogue.map.LineLook;
import org.seccatalogue.map.MapEdge;

/// Draws lines: as wide as they stand for relations, with rounded corners, and with the head of
/// their kind. A light edge parts those that cross.
final class LineDrawing {

  private static final double CORNER = 1.6;
  private static final double EDGE = 0.9;
  /// A dash that is shorter is a dot: its round ends make it.
  private static final double DOT = 0.1;

  private static final double CORE = 0.42;
  private static final double NUMBER_SIZE = 7.2;
  private static final double NUMBER_HEIGHT = 3.9;
  private static final double NUMBER_SIDE = 0.9;

  private final Svg svg;
  private final LineWidths widths;

  LineDrawing(Svg svg, LineWidths widths) {
    this.svg = svg;
    this.widths = widths;
  }

  void line(PlacedMap.Line line) {
    MapEdge edge = line.edge();
    svg.open(
        "g",
        "data-edge",
        Integer.toString(edge.number()),
        "data-from",
        edge.from().id(),
        "data-to",
        edge.to().id());
    svg.element("title", title(edge));
    line(edge.kind().look(), line, widths.of(edge.count()));
    svg.close("g");
  }

  /// A line in words.
  static String title(MapEdge edge) {
    return "%s – %s: %s, %d"
        .formatted(
            named(edge.from().name(), edge.from().title()),
            named(edge.to().name(), edge.to().title()),
            edge.kind().label(),
            edge.count());
  }

  private static String named(String name, String title) {
    return name + " " + title;
  }

  /// A straight piece of a line of a kind, for the legend.
  void sample(LineLook look, Point from, Point to, double width) {
    Heads.End end = new Heads.End(to, from, width);
    stroke(look, width, path(List.of(from, end.shortened(look))));
    Heads.draw(svg, look, end);
  }

  /// A line of a kind, with the head at its end.
  private void line(LineLook look, PlacedMap.Line line, double width) {
    Heads.End end = new Heads.End(line.tip(), line.before(), width);
    List<Point> shorter = new ArrayList<>(line.points());
    shorter.removeLast();
    shorter.add(end.shortened(look));
    stroke(look, width, line.curved() ? curve(shorter) : path(shorter));
    Heads.draw(svg, look, end);
  }

  private void stroke(LineLook look, double width, String path) {
    stroke(path, Svg.PAPER, width + EDGE, List.of());
    stroke(path, look.colour(), look == LineLook.DOUBLE ? width + CORE : width, look.dash());
    if (look == LineLook.DOUBLE) {
      stroke(path, Svg.PAPER, Math.max(CORE, width * CORE), List.of());
    }
  }

  private void stroke(String path, String colour, double width, List<Double> dash) {
    List<String> looks =
        new ArrayList<>(
            List.of("fill", "none", "stroke", colour, "stroke-width", Svg.number(width)));
    if (!dash.isEmpty()) {
      looks.addAll(List.of("stroke-dasharray", scaled(dash, width)));
      looks.addAll(List.of("stroke-linecap", Collections.min(dash) < DOT ? "round" : "butt"));
    }
    svg.path(path, looks.toArray(String[]::new));
  }

  /// Wide lines have longer dashes, or their dots would run together.
  private static String scaled(List<Double> dash, double width) {
    double factor = Math.max(1, width / (2 * Letters.POINT));
    return dash.stream()
        .map(length -> Svg.number(length * factor))
        .collect(Collectors.joining(" "));
  }

  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + at(points.getFirst()));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      double in = Math.min(CORNER, corner.distance(points.get(i - 1)) / 2);
      double out = Math.min(CORNER, corner.distance(points.get(i + 1)) / 2);
      path.append("L").append(at(corner.towards(points.get(i - 1), in)));
      path.append("Q").append(at(corner)).append(" ");
      path.append(at(corner.towards(points.get(i + 1), out)));
    }
    return path.append("L").append(at(points.getLast())).toString();
  }

  private static String curve(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + at(points.getFirst()));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double middle = (from.x() + to.x()) / 2;
      path.append("C").append(at(new Point(middle, from.y()))).append(" ");
      path.append(at(new Point(middle, to.y()))).append(" ").append(at(to));
    }
    return path.toString();
  }

  private static String at(Point point) {
    return Svg.number(point.x()) + " " + Svg.number(point.y());
  }

  /// How many relations a line stands for, above all lines.
  void number(PlacedMap.Line line) {
    Point at = line.label();
    if (at == null) {
      return;
    }
    String colour = line.edge().kind().look().colour();
    String count = Integer.toString(line.edge().count());
    double width = Math.max(NUMBER_HEIGHT, Letters.bold(count, NUMBER_SIZE) + 2 * NUMBER_SIDE);
    Box box = new Box(at.x() - width / 2, at.y() - NUMBER_HEIGHT / 2, width, NUMBER_HEIGHT);
    svg.open("g", "data-edge", Integer.toString(line.edge().number()));
    svg.rectangle(
        box, NUMBER_HEIGHT / 2, "fill", Svg.PAPER, "stroke", colour, "stroke-width", "0.3");
    svg.words(
        count,
        new Point(at.x(), at.y() + NUMBER_SIZE * Letters.POINT * 0.36),
        NUMBER_SIZE,
        "font-weight",
        "bold",
        "text-anchor",
        "middle",
        "fill",
        colour);
    svg.close("g");
  }
}
