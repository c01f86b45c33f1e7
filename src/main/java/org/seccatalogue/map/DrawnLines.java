package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Chooses which lines are drawn where there are more than people can follow: those that stand for
/// the most relations. Each group of kinds has a share of its own, and each existing code that is
/// touched has a line.
final class DrawnLines {

  /// A threshold that leaves less than this part of the lines that may be drawn is too high.
  private static final int FEW = 3;

  /// Beside lines that changed there are fewer of those that did not.
  private static final int BESIDE = 2;

  private DrawnLines() {}

  /// The numbers of the lines that are drawn.
  ///
  /// @param most how many lines of trace links at most
  static Set<Integer> of(List<MapEdge> edges, int most) {
    Set<Integer> drawn = new HashSet<>();
    boolean compared = edges.stream().anyMatch(DrawnLines::isChanged);
    for (MapKind.Group group : MapKind.Group.values()) {
      int share = (int) (most * share(group));
      List<MapEdge> changed = of(edges, group, true);
      List<MapEdge> same = of(edges, group, false);
      choose(changed, share, drawn);
      choose(same, compared ? (share - changed.size()) / BESIDE : share, drawn);
    }
    touched(edges).values().stream()
        .filter(lines -> lines.stream().noneMatch(edge -> drawn.contains(edge.number())))
        .map(DrawnLines::widest)
        .forEach(drawn::add);
    return drawn;
  }

  /// What touches each existing code: its box never stands as if nothing did.
  private static Map<MapNode, List<MapEdge>> touched(List<MapEdge> edges) {
    Map<MapNode, List<MapEdge>> touched = new LinkedHashMap<>();
    edges.stream()
        .filter(edge -> isTouching(edge.kind().group()))
        .forEach(
            edge ->
                Stream.of(edge.from(), edge.to())
                    .filter(node -> node.place().sort() == MapPlace.Sort.AGREEMENT)
                    .forEach(
                        node -> touched.computeIfAbsent(node, _ -> new ArrayList<>()).add(edge)));
    return touched;
  }

  private static boolean isTouching(MapKind.Group group) {
    return switch (group) {
      case INTERACTION, TOUCHING -> true;
      case TRACE, ASSESSMENT -> false;
    };
  }

  private static int widest(List<MapEdge> lines) {
    return lines.stream().max(Comparator.comparingInt(MapEdge::count)).orElseThrow().number();
  }

  private static List<MapEdge> of(List<MapEdge> edges, MapKind.Group group, boolean changed) {
    return edges.stream()
        .filter(edge -> edge.kind().group() == group && isChanged(edge) == changed)
        .toList();
  }

  private static boolean isChanged(MapEdge edge) {
    return edge.change() != MapChange.SAME;
  }

  private static double share(MapKind.Group group) {
    return switch (group) {
      case INTERACTION -> 0.6;
      case TOUCHING, ASSESSMENT -> 0.4;
      case TRACE -> 1;
    };
  }

  /// All lines of as many relations, or none of them, where that leaves enough to see.
  private static void choose(List<MapEdge> edges, int most, Set<Integer> drawn) {
    if (most <= 0) {
      return;
    }
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
