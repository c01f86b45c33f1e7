package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Point;

/// Finds where the number of a line stands: on the line, off all boxes and other numbers, and off
/// other lines where that can be.
final class LabelPlaces {

  private static final double SIDE = 4.4;
  private static final double MARGIN = 0.5;
  private static final double STEP = 2;
  private static final double FROM_ENDS = 5;

  private final List<Segment> segments = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();

  private record Segment(MapEdge edge, Box box) {}

  private LabelPlaces(List<PlacedMap.Line> lines, Collection<Box> boxes) {
    taken.addAll(boxes);
    for (PlacedMap.Line line : lines) {
      List<Point> traced = line.traced();
      for (int i = 1; i < traced.size(); i++) {
        segments.add(new Segment(line.edge(), between(traced.get(i - 1), traced.get(i))));
      }
    }
  }

  private static Box between(Point one, Point other) {
    double x = Math.min(one.x(), other.x());
    double y = Math.min(one.y(), other.y());
    return new Box(x, y, Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y()));
  }

  static List<PlacedMap.Line> of(List<PlacedMap.Line> lines, Collection<Box> boxes) {
    LabelPlaces places = new LabelPlaces(lines, boxes);
    return lines.stream().map(places::labelled).toList();
  }

  private PlacedMap.Line labelled(PlacedMap.Line line) {
    if (LineDrawing.number(line.edge()).isEmpty()) {
      return line;
    }
    Point best = null;
    int fewest = Integer.MAX_VALUE;
    for (Point candidate : candidates(line)) {
      int crossed = crossed(line.edge(), around(line, candidate));
      if (crossed < fewest) {
        fewest = crossed;
        best = candidate;
      }
    }
    return place(line, best);
  }

  private PlacedMap.Line place(PlacedMap.Line line, @Nullable Point at) {
    if (at == null) {
      return line;
    }
    taken.add(around(line, at));
    return line.labelled(at);
  }

  private static Box around(PlacedMap.Line line, Point point) {
    double width = Math.max(SIDE, LineDrawing.numberWidth(line.edge()) + MARGIN);
    return new Box(point.x() - width / 2, point.y() - SIDE / 2, width, SIDE);
  }

  /// What a number there would cover; a box or another number counts as many lines.
  private int crossed(MapEdge own, Box box) {
    long lines = segments.stream().filter(s -> s.box().meets(box) && !s.edge().equals(own)).count();
    long boxes = taken.stream().filter(box::meets).count();
    return (int) (lines + 100 * boxes);
  }

  /// Points along the line, those in its middle first.
  private static List<Point> candidates(PlacedMap.Line line) {
    List<Point> traced = line.traced();
    double length = 0;
    for (int i = 1; i < traced.size(); i++) {
      length += traced.get(i - 1).distance(traced.get(i));
    }
    List<Double> places = new ArrayList<>();
    for (double at = Math.min(FROM_ENDS, length / 2); at <= length - FROM_ENDS; at += STEP) {
      places.add(at);
    }
    double middle = length / 2;
    places.sort(Comparator.comparingDouble(at -> Math.abs(at - middle)));
    return places.stream().map(at -> along(traced, at)).toList();
  }

  private static Point along(List<Point> traced, double at) {
    double left = at;
    for (int i = 1; i < traced.size(); i++) {
      double piece = traced.get(i - 1).distance(traced.get(i));
      if (left <= piece) {
        return traced.get(i - 1).towards(traced.get(i), left);
      }
      left -= piece;
    }
    return traced.getLast();
  }
}
