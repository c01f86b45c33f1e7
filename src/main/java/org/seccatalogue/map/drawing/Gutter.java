package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Point;

/// Lines between boxes of one column. They run beside it, each on a track of its own as far as
/// another line is there: short ones near, long ones further out.
final class Gutter {

  private static final double FIRST_TRACK = 5;
  private static final double TRACK = 2.9;

  /// A line that leaves a box on its right, and comes back to another one.
  private static final class Arc {
    final MapEdge edge;
    final MapNode upper;
    final MapNode lower;
    final double top;
    final double bottom;
    int track;

    Arc(MapEdge edge, Stand stand) {
      boolean down = stand.box(edge.from()).y() < stand.box(edge.to()).y();
      this.edge = edge;
      this.upper = down ? edge.from() : edge.to();
      this.lower = down ? edge.to() : edge.from();
      this.top = stand.box(upper).middle();
      this.bottom = stand.box(lower).middle();
    }

    double length() {
      return bottom - top;
    }

    boolean besides(Arc other) {
      return top < other.bottom + TRACK && other.top < bottom + TRACK;
    }
  }

  private final Stand stand;
  private final List<Arc> arcs;

  private Gutter(Stand stand, List<MapEdge> edges) {
    this.stand = stand;
    this.arcs =
        edges.stream()
            .map(edge -> new Arc(edge, stand))
            .sorted(Comparator.comparingDouble(Arc::length))
            .toList();
    for (int i = 0; i < arcs.size(); i++) {
      Arc arc = arcs.get(i);
      List<Integer> taken =
          arcs.subList(0, i).stream().filter(arc::besides).map(other -> other.track).toList();
      while (taken.contains(arc.track)) {
        arc.track++;
      }
    }
  }

  static List<PlacedMap.Line> lines(List<MapEdge> edges, Stand stand) {
    SequencedMap<Integer, List<MapEdge>> byColumn = new LinkedHashMap<>();
    edges.forEach(
        edge ->
            byColumn.computeIfAbsent(stand.column(edge.from()), _ -> new ArrayList<>()).add(edge));
    return byColumn.values().stream()
        .flatMap(own -> new Gutter(stand, own).lines().stream())
        .toList();
  }

  private List<PlacedMap.Line> lines() {
    Map<MapNode, List<Arc>> ends = new HashMap<>();
    for (Arc arc : arcs) {
      ends.computeIfAbsent(arc.upper, _ -> new ArrayList<>()).add(arc);
      ends.computeIfAbsent(arc.lower, _ -> new ArrayList<>()).add(arc);
    }
    double right = stand.right(ends);
    return arcs.stream().map(arc -> line(arc, ends, right)).toList();
  }

  private PlacedMap.Line line(Arc arc, Map<MapNode, List<Arc>> ends, double right) {
    double x = right + FIRST_TRACK + arc.track * TRACK;
    Point upper = port(arc, arc.upper, ends);
    Point lower = port(arc, arc.lower, ends);
    List<Point> points = List.of(upper, new Point(x, upper.y()), new Point(x, lower.y()), lower);
    boolean down = arc.upper.equals(arc.edge.from());
    return new PlacedMap.Line(arc.edge, down ? points : points.reversed(), false, null);
  }

  /// Where the line leaves the box. Those that go up stand above those that go down, and so that
  /// the lines of one box do not cross one another.
  private Point port(Arc arc, MapNode node, Map<MapNode, List<Arc>> ends) {
    List<Arc> own = new ArrayList<>(ends.getOrDefault(node, List.of()));
    own.sort(
        Comparator.comparingInt(
            one -> one.lower.equals(node) ? one.track : Integer.MAX_VALUE - one.track));
    Box box = stand.box(node);
    double step = box.height() / (own.size() + 1);
    return new Point(box.right(), box.y() + step * (own.indexOf(arc) + 1));
  }
}
