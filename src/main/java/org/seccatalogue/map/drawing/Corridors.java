package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapNode;

/// Where lines from the first column to the last pass the one between them: in the gaps between
/// its frames, in that which is least out of their way.
final class Corridors {

  private final MapGraph graph;
  private final Map<MapNode, BoxText> texts;
  private final SequencedMap<Integer, List<MapEdge>> bySlot = new LinkedHashMap<>();

  /// @param across the lines between columns
  Corridors(MapGraph graph, Map<MapNode, BoxText> texts, List<MapEdge> across) {
    this.graph = graph;
    this.texts = texts;
    List<MapFrame> middle = frames(1);
    if (!middle.isEmpty()) {
      SequencedMap<MapNode, Double> heights = heights();
      ToDoubleFunction<MapNode> height = node -> heights.getOrDefault(node, 0.0);
      List<Double> slots = slots(middle);
      across.stream()
          .filter(this::passes)
          .sorted(
              Comparator.<MapEdge>comparingDouble(
                      e -> height.applyAsDouble(e.from()) + height.applyAsDouble(e.to()))
                  .thenComparingInt(MapEdge::number))
          .forEach(
              edge -> {
                double wanted =
                    (height.applyAsDouble(edge.from()) + height.applyAsDouble(edge.to())) / 2;
                bySlot.computeIfAbsent(nearest(slots, wanted), _ -> new ArrayList<>()).add(edge);
              });
    }
  }

  private List<MapFrame> frames(int column) {
    return graph.frames().stream().filter(frame -> frame.column() == column).toList();
  }

  /// How far down in its column each box stands, from 0 to 1.
  private SequencedMap<MapNode, Double> heights() {
    SequencedMap<MapNode, Double> heights = new LinkedHashMap<>();
    for (int column = 0; column <= 2; column++) {
      List<MapNode> nodes =
          frames(column).stream().flatMap(frame -> frame.nodes().stream()).toList();
      for (int i = 0; i < nodes.size(); i++) {
        heights.put(nodes.get(i), (i + 0.5) / nodes.size());
      }
    }
    return heights;
  }

  /// How far down the gaps between frames are: above the first, between them, below the last.
  private List<Double> slots(List<MapFrame> middle) {
    double all = middle.stream().mapToDouble(this::tall).sum();
    List<Double> slots = new ArrayList<>(List.of(0.0));
    double down = 0;
    for (MapFrame frame : middle) {
      down += tall(frame);
      slots.add(down / all);
    }
    return slots;
  }

  private double tall(MapFrame frame) {
    return Columns.HEAD
        + frame.nodes().stream()
            .mapToDouble(node -> texts.getOrDefault(node, BoxText.of(node, 0)).height())
            .sum();
  }

  private boolean passes(MapEdge edge) {
    return column(edge.from()) + column(edge.to()) == 2 && column(edge.from()) != 1;
  }

  private int column(MapNode node) {
    return graph.frames().stream()
        .filter(frame -> frame.holds(node))
        .mapToInt(MapFrame::column)
        .findFirst()
        .orElse(1);
  }

  private static int nearest(List<Double> slots, double wanted) {
    int best = 0;
    for (int i = 1; i < slots.size(); i++) {
      if (Math.abs(slots.get(i) - wanted) < Math.abs(slots.get(best) - wanted)) {
        best = i;
      }
    }
    return best;
  }

  /// The lines that pass before the frame of that number in the column, counted from 0.
  List<MapEdge> before(int frame) {
    return bySlot.getOrDefault(frame, List.of());
  }
}
