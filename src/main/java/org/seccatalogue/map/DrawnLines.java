package org.seccatalogue.map;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses which lines are drawn where there are more than people can follow: those that stand for
/// the most relations. Each group of kinds has a share of its own.
final class DrawnLines {

  /// A threshold that leaves less than this part of the lines that may be drawn is too high.
  private static final int FEW = 3;

  private DrawnLines() {}

  /// The numbers of the lines that are drawn.
  ///
  /// @param most how many lines of trace links at most
  static Set<Integer> of(List<MapEdge> edges, int most) {
    Set<Integer> drawn = new HashSet<>();
    for (MapKind.Group group : MapKind.Group.values()) {
      choose(
          edges.stream().filter(edge -> edge.kind().group() == group).toList(),
          (int) (most * share(group)),
          drawn);
    }
    return drawn;
  }

  private static double share(MapKind.Group group) {
    return switch (group) {
      case INTERACTION -> 0.6;
      case TOUCHING -> 0.4;
      case TRACE -> 1;
    };
  }

  /// All lines of as many relations, or none of them, where that leaves enough to see.
  private static void choose(List<MapEdge> edges, int most, Set<Integer> drawn) {
    int least = 1;
    while (count(edges, least) > most) {
      least++;
    }
    if (count(edges, least) * FEW < Math.min(most, edges.size())) {
      least = 1;
    }
    int from = least;
    edges.stream()
        .filter(edge -> edge.count() >= from)
        .sorted(Comparator.comparingInt(MapEdge::count).reversed())
        .limit(most)
        .forEach(edge -> drawn.add(edge.number()));
  }

  private static long count(List<MapEdge> edges, int least) {
    return edges.stream().filter(edge -> edge.count() >= least).count();
  }
}
