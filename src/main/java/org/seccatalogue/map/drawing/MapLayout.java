package org.seccatalogue.map.drawing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Point;

/// Lays a map out on its part of the sheet: columns by the layout kernel, lines within a column
/// beside it. What is left of the place makes boxes larger; what is missing makes all smaller.
final class MapLayout {

  /// With how many lines it is tried again, 0 for as many as before.
  private static final List<Integer> FEWER = List.of(0, 44, 28, 16, 8);

  /// What was laid out last: a map is asked for in several formats, and a figure by each document
  /// that has it.
  private static final Cache<Asked, PlacedMap> LAST =
      Caffeine.newBuilder()
          .maximumWeight(50_000)
          .weigher((Asked asked, PlacedMap _) -> 1 + asked.graph().edges().size())
          .build();

  private static final double GAP = 58;
  private static final double SMALL_GAP = 38;
  private static final double WIDEST = 1.5;
  private static final double TALLEST = 1.6;
  private static final double LARGEST_LETTERS = 1.3;

  private final MapGraph graph;
  private final Box place;
  private final double gap;
  private final Map<MapNode, BoxText> texts = new HashMap<>();
  private final Map<Integer, Box.Fit> fits = new HashMap<>();

  private record Asked(MapGraph graph, Box place) {}

  private MapLayout(MapGraph graph, Box place, boolean broad) {
    double titles = broad ? BoxText.BROAD : BoxText.NARROW;
    this.gap = broad ? SMALL_GAP : GAP;
    this.graph = graph;
    this.place = place;
    for (MapFrame frame : graph.frames()) {
      double names = BoxText.nameWidth(frame);
      frame.nodes().forEach(node -> texts.put(node, BoxText.of(node, names, titles)));
    }
  }

  /// Where narrow boxes make columns too tall, broad ones may fit; where these do not, fewer lines
  /// may. Numbers stand on the lines in the end.
  ///
  /// @param place the part of the sheet that it has
  static PlacedMap of(MapGraph asked, Box place) {
    return LAST.get(new Asked(asked, place), one -> placed(one.graph(), one.place()));
  }

  private static PlacedMap placed(MapGraph asked, Box place) {
    PlacedMap placed = new MapLayout(asked, place, false).placed();
    for (int most : FEWER) {
      if (placed.isReadable()) {
        break;
      }
      MapGraph fewer = most == 0 ? asked : asked.withLines(most);
      PlacedMap broad = new MapLayout(fewer, place, true).placed();
      placed = broad.letters() > placed.letters() ? broad : placed;
    }
    return placed.with(LabelPlaces.of(placed.lines(), placed.boxes().values()));
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
    Columns columns = new Columns(graph, texts, gap);
    SequencedMap<MapEdge, List<Point>> lines = columns.lines(across);
    Stand stand = fitted(columns.stand(), within, lines.values());
    List<PlacedMap.Line> all = new ArrayList<>();
    lines.forEach((edge, points) -> all.add(line(edge, points, columnOf)));
    all.addAll(Gutter.lines(within, stand));
    return new PlacedMap(graph, stand.frames(), stand.boxes(), texts, all, letters());
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

  private double letters() {
    double smallest = LARGEST_LETTERS;
    for (Box.Fit fit : fits.values()) {
      smallest = Math.min(smallest, Math.min(fit.across(), fit.down()));
    }
    return smallest;
  }
}
