package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Point;

/// Lays a map out in one way: columns by the layout kernel, lines within a column beside it. What
/// is left of the place makes boxes larger; what is missing makes all smaller.
final class Attempt {

  /// How boxes are laid out.
  enum Shape {
    NARROW(BoxText.NARROW, 58, false),
    BROAD(BoxText.BROAD, 38, false),
    /// Long names and titles have as many lines as they need, and columns stand near to each other.
    TALL(BoxText.NARROW, 24, true);

    private final double titles;
    private final double gap;
    private final boolean tall;

    Shape(double titles, double gap, boolean tall) {
      this.titles = titles;
      this.gap = gap;
      this.tall = tall;
    }
  }

  private static final double WIDEST = 1.5;
  private static final double TALLEST = 1.6;

  private final MapGraph graph;
  private final Box place;
  private final double gap;
  private final Map<MapNode, BoxText> texts = new HashMap<>();
  private final Map<MapFrame, FrameText> heads = new HashMap<>();
  private final Map<Integer, Box.Fit> fits = new HashMap<>();

  private Attempt(MapGraph graph, Box place, Shape shape) {
    this.gap = shape.gap;
    this.graph = graph;
    this.place = place;
    BoxText.Style style =
        switch (graph.manner()) {
          case EACH, GATHERED -> new BoxText.Style(shape.titles, shape.tall, Chips.SMALL);
          case READABLE -> new BoxText.Style(shape.titles, shape.tall, BoxText.TITLE_SIZE);
        };
    for (MapFrame frame : graph.frames()) {
      double names = BoxText.nameWidth(frame, style);
      frame.nodes().forEach(node -> texts.put(node, BoxText.of(node, names, style)));
    }
    switch (graph.manner()) {
      case EACH, GATHERED -> {}
      case READABLE -> graph.frames().forEach(frame -> heads.put(frame, head(frame)));
    }
  }

  private FrameText head(MapFrame frame) {
    double width =
        graph.frames().stream()
            .filter(other -> other.column() == frame.column())
            .flatMap(other -> other.nodes().stream())
            .flatMap(node -> Stream.ofNullable(texts.get(node)))
            .mapToDouble(BoxText::width)
            .max()
            .orElse(0);
    return FrameText.of(frame.place().heading(), width);
  }

  /// @param place the part of the sheet that it has
  static PlacedMap of(MapGraph graph, Box place, Shape shape) {
    return new Attempt(graph, place, shape).placed();
  }

  private PlacedMap placed() {
    Map<MapNode, Integer> columnOf = new HashMap<>();
    graph
        .frames()
        .forEach(frame -> frame.nodes().forEach(node -> columnOf.put(node, frame.column())));
    List<MapEdge> across = new ArrayList<>();
    List<MapEdge> within = new ArrayList<>();
    for (MapEdge edge : graph.drawn()) {
      boolean same = column(columnOf, edge.from()) == column(columnOf, edge.to());
      (same ? within : across).add(edge);
    }
    Columns columns = new Columns(graph, texts, heads, gap);
    SequencedMap<MapEdge, List<Point>> lines = columns.lines(across);
    Stand stand = fitted(columns.stand(), within, lines.values());
    List<PlacedMap.Line> all = new ArrayList<>();
    lines.forEach((edge, points) -> all.add(line(edge, points, columnOf)));
    all.addAll(Gutter.lines(within, stand));
    Map<Integer, Double> down = new HashMap<>();
    fits.forEach((column, fit) -> down.put(column, fit.down()));
    double wide = fits.values().stream().mapToDouble(Box.Fit::across).min().orElse(1);
    return new PlacedMap(
        graph, stand.frames(), heads, stand.boxes(), texts, all, new PlacedMap.Scale(wide, down));
  }

  private static int column(Map<MapNode, Integer> columnOf, MapNode node) {
    return columnOf.getOrDefault(node, 0);
  }

  /// Each column has the whole height.
  private Stand fitted(Stand stand, List<MapEdge> within, Collection<List<Point>> lines) {
    double beside =
        Gutter.lines(within, stand).stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::x)
            .max()
            .orElse(0);
    double left = stand.frames().values().stream().mapToDouble(Box::x).min().orElse(0);
    double right = stand.frames().values().stream().mapToDouble(Box::right).max().orElse(1);
    double gutter = Math.max(0, beside - right);
    double across = Math.min(WIDEST, (place.width() - gutter) / (right - left));
    double toX = place.x() + (place.width() - gutter - (right - left) * across) / 2;
    List<Double> passing =
        lines.stream()
            .flatMap(line -> line.subList(1, line.size() - 1).stream())
            .map(Point::y)
            .toList();
    for (int column = 0; column <= 2; column++) {
      double[] heights = heights(stand, column, column == 1 ? passing : List.of());
      double tall = Math.max(1, heights[1] - heights[0]);
      double down = Math.min(TALLEST, place.height() / tall);
      double toY = place.y() + (place.height() - tall * down) / 2;
      fits.put(column, new Box.Fit(left, heights[0], across, down, toX, toY));
    }
    return fitted(stand);
  }

  /// The top and the bottom of a column, with what passes it.
  private static double[] heights(Stand stand, int column, List<Double> passing) {
    List<Double> all = new ArrayList<>(passing);
    stand
        .frames()
        .forEach(
            (frame, box) -> {
              if (frame.column() == column) {
                all.addAll(List.of(box.y(), box.bottom()));
              }
            });
    return all.isEmpty()
        ? new double[] {0, 1}
        : new double[] {Collections.min(all), Collections.max(all)};
  }

  private Stand fitted(Stand stand) {
    SequencedMap<MapFrame, Box> frames = new LinkedHashMap<>();
    SequencedMap<MapNode, Box> boxes = new LinkedHashMap<>();
    stand
        .frames()
        .forEach(
            (frame, box) -> {
              Box.Fit fit = fit(frame.column());
              frames.put(frame, box.fitted(fit));
              frame.nodes().forEach(node -> boxes.put(node, stand.box(node).fitted(fit)));
            });
    return new Stand(frames, boxes);
  }

  private Box.Fit fit(int column) {
    return fits.getOrDefault(column, new Box.Fit(0, 0, 1, 1, 0, 0));
  }

  /// Its ends move with their columns, and what is between them with the middle one.
  private PlacedMap.Line line(MapEdge edge, List<Point> points, Map<MapNode, Integer> columnOf) {
    List<Point> fitted = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int column = 1;
      if (i == 0) {
        column = column(columnOf, edge.from());
      } else if (i == points.size() - 1) {
        column = column(columnOf, edge.to());
      }
      fitted.add(points.get(i).fitted(fit(column)));
    }
    return new PlacedMap.Line(edge, fitted, true, null);
  }
}
