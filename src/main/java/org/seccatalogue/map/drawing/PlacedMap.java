package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Point;

/// Where everything stands on the sheet.
///
/// @param graph what is drawn: what was asked for, perhaps with fewer lines
/// @param letters how large letters are beside what they should be
record PlacedMap(
    MapGraph graph,
    SequencedMap<MapFrame, Box> frames,
    Map<MapNode, Box> boxes,
    Map<MapNode, BoxText> texts,
    List<Line> lines,
    double letters) {

  /// The smallest that letters can be and still have seven points.
  private static final double SMALLEST = 7 / BoxText.TITLE_SIZE;

  boolean isReadable() {
    return letters >= SMALLEST;
  }

  /// The same with other lines.
  PlacedMap with(List<Line> labelled) {
    return new PlacedMap(graph, frames, boxes, texts, labelled, letters);
  }

  /// A line from box to box.
  ///
  /// @param curved whether it swings from point to point, and leaves and enters them sideways
  /// @param label where its number stands; absent where it has none
  record Line(MapEdge edge, List<Point> points, boolean curved, @Nullable Point label) {

    private static final int PIECES = 16;

    Line {
      points = List.copyOf(points);
    }

    Line labelled(Point at) {
      return new Line(edge, points, curved, at);
    }

    Point tip() {
      return points.getLast();
    }

    /// A point behind the tip, from where the line comes.
    Point before() {
      Point last = points.get(points.size() - 2);
      return curved ? new Point(last.x(), tip().y()) : last;
    }

    /// Points so near to each other that they are the line.
    List<Point> traced() {
      if (!curved) {
        return points;
      }
      List<Point> all = new ArrayList<>(List.of(points.getFirst()));
      for (int i = 1; i < points.size(); i++) {
        for (int piece = 1; piece <= PIECES; piece++) {
          all.add(swung(points.get(i - 1), points.get(i), (double) piece / PIECES));
        }
      }
      return all;
    }

    /// On the curve that leaves one point sideways and enters another one so.
    private static Point swung(Point from, Point to, double t) {
      double middle = (from.x() + to.x()) / 2;
      double r = 1 - t;
      double a = r * r * r;
      double b = 3 * r * r * t;
      double c = 3 * r * t * t;
      double d = t * t * t;
      return new Point(
          a * from.x() + b * middle + c * middle + d * to.x(),
          (a + b) * from.y() + (c + d) * to.y());
    }
  }
}
