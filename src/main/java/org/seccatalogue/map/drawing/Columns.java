package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.sheet.Box;
import org.seccatalogue.map.sheet.Point;

/// Boxes in columns, laid out by the Eclipse Layout Kernel: a layer for each column, in the order
/// that the outline gives, with the ends of lines where they cross the fewest others. So a small
/// change of the data moves little.
final class Columns {

  static final double HEAD = 7;

  /// The kernel counts in steps of this many to the mm: some of its distances are whole numbers.
  private static final double STEPS = 10;

  /// Boxes stand apart as this part of what columns do.
  private static final double APART = 0.038;
  private static final double BETWEEN_FRAMES = 4;
  private static final double BEHIND_FRAME = 2;
  private static final double PAD = 2.6;
  private static final double PER_LINE = 1.9;

  static {
    // Tells the kernel of its own types, which the layout itself does not.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private final MapGraph graph;
  private final Map<MapNode, BoxText> texts;
  private final Map<MapFrame, FrameText> headings;
  private final Map<MapNode, Integer> ends = new HashMap<>();
  private final Map<MapNode, Integer> columnOf = new HashMap<>();
  private final Map<Integer, Double> widths = new HashMap<>();
  private final ElkNode sheet;
  private final SequencedMap<MapNode, ElkNode> nodes = new LinkedHashMap<>();
  private final SequencedMap<MapFrame, ElkNode> heads = new LinkedHashMap<>();
  private final Map<MapEdge, ElkNode> passages = new HashMap<>();

  /// @param gap how far columns are apart
  Columns(
      MapGraph graph, Map<MapNode, BoxText> texts, Map<MapFrame, FrameText> headings, double gap) {
    this.sheet = sheet(gap);
    this.headings = headings;
    this.graph = graph;
    this.texts = texts;
    for (MapFrame frame : graph.frames()) {
      for (MapNode node : frame.nodes()) {
        columnOf.put(node, frame.column());
        widths.merge(frame.column(), text(node).width(), Math::max);
      }
    }
  }

  private BoxText text(MapNode node) {
    return texts.getOrDefault(node, BoxText.of(node, 0));
  }

  /// Lays the columns out, with the lines from one to another.
  SequencedMap<MapEdge, List<Point>> lines(List<MapEdge> across) {
    for (MapEdge edge : across) {
      ends.merge(edge.from(), 1, Integer::sum);
      ends.merge(edge.to(), 1, Integer::sum);
    }
    Corridors corridors = new Corridors(graph, texts, across);
    for (int column = 0; column <= 2; column++) {
      column(column, corridors);
    }
    SequencedMap<MapEdge, List<ElkEdge>> drawn = new LinkedHashMap<>();
    across.forEach(edge -> drawn.put(edge, drawn(edge)));
    new RecursiveGraphLayoutEngine().layout(sheet, new BasicProgressMonitor());
    SequencedMap<MapEdge, List<Point>> lines = new LinkedHashMap<>();
    drawn.forEach((edge, pieces) -> lines.put(edge, points(edge, pieces)));
    return lines;
  }

  private static ElkNode sheet(double gap) {
    ElkNode sheet = ElkGraphUtil.createGraph();
    sheet.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    sheet.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    sheet.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    sheet.setProperty(CoreOptions.RANDOM_SEED, 1);
    sheet.setProperty(LayeredOptions.THOROUGHNESS, 3);
    sheet.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    sheet.setProperty(CoreOptions.PARTITIONING_ACTIVATE, true);
    sheet.setProperty(LayeredOptions.CROSSING_MINIMIZATION_SEMI_INTERACTIVE, true);
    sheet.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
    sheet.setProperty(CoreOptions.SPACING_NODE_NODE, gap * APART * STEPS);
    sheet.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, gap * STEPS);
    sheet.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 0.1 * STEPS);
    sheet.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 0.1 * STEPS);
    return sheet;
  }

  private void column(int column, Corridors corridors) {
    int place = 0;
    for (MapFrame frame : graph.frames()) {
      if (frame.column() == column) {
        passages(column, place, column == 1 ? corridors.before(place) : List.of());
        heads.put(
            frame,
            add(
                column,
                widths.getOrDefault(column, 0.0),
                place == 0 ? head(frame) : head(frame) + BETWEEN_FRAMES));
        frame.nodes().forEach(node -> nodes.put(node, add(column, node)));
        place++;
      }
    }
    passages(column, place, column == 1 ? corridors.before(place) : List.of());
  }

  /// How much of a frame stands above its boxes.
  private double head(MapFrame frame) {
    FrameText heading = headings.get(frame);
    return heading == null ? HEAD : HEAD + heading.more();
  }

  private void passages(int column, int place, List<MapEdge> passing) {
    if (!passing.isEmpty() && place > 0) {
      add(column, widths.getOrDefault(column, 0.0), BEHIND_FRAME);
    }
    passing.forEach(edge -> passages.put(edge, add(column, widths.getOrDefault(column, 0.0), 0.1)));
  }

  /// A box that many lines touch is taller, so that these do not run into one another.
  private ElkNode add(int column, MapNode node) {
    double lines = (ends.getOrDefault(node, 0) + 1) * PER_LINE;
    return add(column, widths.getOrDefault(column, 0.0), Math.max(text(node).height(), lines));
  }

  private ElkNode add(int column, double width, double height) {
    ElkNode drawn = ElkGraphUtil.createNode(sheet);
    drawn.setProperty(CoreOptions.PARTITIONING_PARTITION, column);
    drawn.setProperty(CoreOptions.POSITION, new KVector(0, sheet.getChildren().size()));
    drawn.setDimensions(width * STEPS, height * STEPS);
    return drawn;
  }

  private List<ElkEdge> drawn(MapEdge edge) {
    boolean along = isAlong(edge);
    ElkNode left = nodes.get(along ? edge.from() : edge.to());
    ElkNode right = nodes.get(along ? edge.to() : edge.from());
    ElkNode passage = passages.get(edge);
    return passage == null
        ? List.of(ElkGraphUtil.createSimpleEdge(left, right))
        : List.of(
            ElkGraphUtil.createSimpleEdge(left, passage),
            ElkGraphUtil.createSimpleEdge(passage, right));
  }

  private boolean isAlong(MapEdge edge) {
    return columnOf.getOrDefault(edge.from(), 0) < columnOf.getOrDefault(edge.to(), 0);
  }

  private List<Point> points(MapEdge edge, List<ElkEdge> pieces) {
    List<Point> points = new ArrayList<>();
    for (ElkEdge piece : pieces) {
      ElkEdgeSection section = piece.getSections().getFirst();
      points.add(new Point(section.getStartX() / STEPS, section.getStartY() / STEPS));
      points.add(new Point(section.getEndX() / STEPS, section.getEndY() / STEPS));
    }
    return isAlong(edge) ? points : points.reversed();
  }

  /// Where all stands, the frames from above their heading to below their last box.
  Stand stand() {
    SequencedMap<MapNode, Box> boxes = new LinkedHashMap<>();
    nodes.forEach((node, drawn) -> boxes.put(node, box(drawn)));
    SequencedMap<MapFrame, Box> frames = new LinkedHashMap<>();
    heads.forEach(
        (frame, drawn) -> {
          Box head = box(drawn);
          double top = head.bottom() - head(frame);
          double bottom =
              frame.nodes().stream()
                  .flatMap(node -> Stream.ofNullable(boxes.get(node)))
                  .mapToDouble(Box::bottom)
                  .max()
                  .orElse(head.bottom());
          frames.put(
              frame, new Box(head.x() - PAD, top, head.width() + 2 * PAD, bottom + PAD - top));
        });
    return new Stand(frames, boxes);
  }

  private static Box box(ElkNode node) {
    return new Box(
        node.getX() / STEPS,
        node.getY() / STEPS,
        node.getWidth() / STEPS,
        node.getHeight() / STEPS);
  }
}
