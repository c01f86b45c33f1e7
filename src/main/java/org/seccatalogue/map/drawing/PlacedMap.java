package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
/// @param heads the headings of frames; empty where each is one line, as small as that needs
record PlacedMap(
    MapGraph graph,
    SequencedMap<MapFrame, Box> frames,
    Map<MapFrame, FrameText> heads,
    Map<MapNode, Box> boxes,
    Map<MapNode, BoxText> texts,
    List<Line> lines,
    Scale scale) {

  /// How large all is beside what it should be.
  ///
  /// @param down of each column
  record Scale(double across, Map<Integer, Double> down) {

    private static final double LARGEST_LETTERS = 1.3;

    double letters() {
      return Math.min(LARGEST_LETTERS, Math.min(across, least()));
    }

    private double least() {
      return down.values().stream().mapToDouble(one -> one).min().orElse(LARGEST_LETTERS);
    }
  }

  /// The smallest that letters can be and still have seven points.
  private static final double SMALLEST = 7 / BoxText.TITLE_SIZE;

  /// Those that are narrow enough come first, and then those that are the least too tall.
  static final Comparator<PlacedMap> BY_HEIGHT =
      Comparator.<PlacedMap>comparingInt(map -> map.scale.across() < SMALLEST ? 1 : 0)
          .thenComparingDouble(map -> -map.scale.least());

  boolean isReadable() {
    return letters() >= SMALLEST;
  }

  /// How large letters are beside what they should be.
  double letters() {
    return scale.letters();
  }

  /// For which part of each column that is too tall there is room.
  Map<Integer, Double> room() {
    Map<Integer, Double> room = new HashMap<>();
    scale
        .down()
        .forEach(
            (column, down) -> {
              if (down < SMALLEST) {
                room.put(column, down / SMALLEST);
              }
            });
    return room;
  }

  /// The same with other lines.
  PlacedMap with(List<Line> labelled) {
    return new PlacedMap(graph, frames, heads, boxes, texts, labelled, scale);
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
