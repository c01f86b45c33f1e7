package org.seccatalogue.map.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seccatalogue.map.MapChange;
import org.seccatalogue.map.MapEdge;
import org.seccatalogue.map.MapFrame;
import org.seccatalogue.map.MapGraph;
import org.seccatalogue.map.MapKind;
import org.seccatalogue.map.MapNode;
import org.seccatalogue.map.MapPlace;
import org.seccatalogue.map.Relation;

/// Gathers boxes of the columns that are too tall: first those without a relation, then those with
/// the fewest, and where there are too many frames, whole frames.
final class FewerBoxes {

  /// What changed is not gathered as long as anything else can be.
  private static final long CHANGED = 1_000;

  /// Nor is what the map is about, ever.
  private static final long FOCUS = 1_000_000_000_000L;

  /// What is gathered already is gathered with more.
  private static final long SHARED = -1;

  private static final String OTHERS = "frame:others";

  private final MapGraph graph;
  private final Map<Integer, Double> room;
  private final Map<MapNode, Long> weights = new HashMap<>();
  private final Map<MapNode, MapNode> into = new HashMap<>();

  private record Ends(MapNode from, MapNode to, MapKind kind, MapChange change) {}

  private FewerBoxes(PlacedMap placed) {
    this.graph = placed.graph();
    this.room = placed.room();
    for (MapEdge edge : graph.edges()) {
      long weight = edge.count() * (edge.change() == MapChange.SAME ? 1 : CHANGED);
      weights.merge(edge.from(), weight, Long::sum);
      weights.merge(edge.to(), weight, Long::sum);
    }
  }

  /// The map with fewer boxes; nothing where none can be gathered.
  static Optional<MapGraph> of(PlacedMap placed) {
    FewerBoxes fewer = new FewerBoxes(placed);
    List<MapFrame> frames = fewer.withoutUnlinked();
    if (fewer.into.isEmpty()) {
      frames = fewer.fitting();
    }
    return fewer.into.isEmpty() ? Optional.empty() : Optional.of(fewer.gathered(frames));
  }

  private long weight(MapNode node) {
    long own = node.documents().isEmpty() && node.place().change() == MapChange.SAME ? 0 : 1;
    return (node.focus() ? FOCUS : own) + weights.getOrDefault(node, 0L);
  }

  private List<MapFrame> withoutUnlinked() {
    return graph.frames().stream()
        .map(
            frame ->
                room.containsKey(frame.column())
                    ? with(frame, frame.nodes().stream().filter(n -> weight(n) == 0).toList())
                    : frame)
        .toList();
  }

  private List<MapFrame> fitting() {
    List<MapFrame> fitting = new ArrayList<>();
    SequencedMap<Integer, List<MapFrame>> columns = new LinkedHashMap<>();
    graph
        .frames()
        .forEach(
            frame -> columns.computeIfAbsent(frame.column(), _ -> new ArrayList<>()).add(frame));
    columns.forEach((column, frames) -> fitting.addAll(fitting(column, frames)));
    return fitting;
  }

  private List<MapFrame> fitting(int column, List<MapFrame> frames) {
    Double part = room.get(column);
    if (part == null) {
      return frames;
    }
    int boxes = frames.stream().mapToInt(frame -> frame.nodes().size()).sum();
    if (boxes <= frames.size()) {
      return fewerFrames(frames, fitting(frames.size(), part));
    }
    int most = most(frames, fitting(boxes, part));
    return frames.stream().map(frame -> with(frame, most)).toList();
  }

  /// How many of so many there is room for; at least one fewer.
  private static int fitting(int all, double part) {
    return Math.max(1, Math.min(all - 1, (int) (all * part)));
  }

  /// How many boxes each frame can have, so that there are no more than this in all.
  private static int most(List<MapFrame> frames, int boxes) {
    int most = 1;
    while (count(frames, most + 1) <= boxes) {
      most++;
    }
    return most;
  }

  private static int count(List<MapFrame> frames, int most) {
    return frames.stream().mapToInt(frame -> Math.min(most, frame.nodes().size())).sum();
  }

  /// Of as many relations the first in the outline stay. What shares a box goes on to do so; where
  /// there is room, those without a relation keep one of their own.
  private MapFrame with(MapFrame frame, int most) {
    List<MapNode> nodes = frame.nodes();
    if (nodes.size() <= most) {
      return frame;
    }
    ToLongFunction<MapNode> weight =
        node ->
            switch (node.many().why()) {
              case ALONE, ALL -> weight(node);
              case FEWEST -> SHARED;
              case UNLINKED -> most > 2 ? FOCUS : SHARED;
            };
    Set<MapNode> least =
        nodes.reversed().stream()
            .filter(node -> !node.focus())
            .sorted(Comparator.comparingLong(weight))
            .limit(nodes.size() - most + 1L)
            .collect(Collectors.toSet());
    return with(frame, nodes.stream().filter(least::contains).toList());
  }

  /// A frame in which some boxes are one.
  private MapFrame with(MapFrame frame, List<MapNode> nodes) {
    if (nodes.size() < 2) {
      return frame;
    }
    boolean unlinked = nodes.stream().allMatch(node -> weight(node) == 0);
    MapNode.Why why = unlinked ? MapNode.Why.UNLINKED : MapNode.Why.FEWEST;
    if (!unlinked && nodes.size() == frame.nodes().size()) {
      why = MapNode.Why.ALL;
    }
    MapPlace place = frame.place();
    String name = place.name().isEmpty() ? place.title() : place.name();
    String prefix = unlinked ? "unlinked:" : "more:";
    MapNode one = one(nodes, why, named(prefix + place.id(), nodes.getFirst(), name));
    Set<MapNode> gone = new HashSet<>(nodes);
    List<MapNode> all =
        new ArrayList<>(frame.nodes().stream().filter(n -> !gone.contains(n)).toList());
    all.add(one);
    return new MapFrame(place, frame.column(), all);
  }

  private static MapPlace named(String id, MapNode first, String name) {
    MapPlace.Sort sort = first.place().sort();
    return new MapPlace(id, sort, name, name, first.place().path(), false, "", MapChange.SAME);
  }

  private MapNode one(List<MapNode> nodes, MapNode.Why why, MapPlace place) {
    List<MapPlace> places =
        nodes.stream()
            .flatMap(
                node ->
                    node.gathered() == 0 ? Stream.of(node.place()) : node.many().places().stream())
            .toList();
    List<MapPlace> documents =
        nodes.stream().flatMap(node -> node.documents().stream()).distinct().toList();
    MapNode one = new MapNode(place, false, new MapNode.Many(why, places), false, documents);
    nodes.forEach(node -> into.put(node, one));
    return one;
  }

  /// The frames with the fewest relations become one, with one box.
  private List<MapFrame> fewerFrames(List<MapFrame> frames, int most) {
    Set<MapFrame> few =
        frames.reversed().stream()
            .filter(frame -> frame.nodes().stream().noneMatch(MapNode::focus))
            .sorted(Comparator.comparingLong(this::weight))
            .limit(frames.size() - most + 1L)
            .collect(Collectors.toSet());
    if (few.size() < 2) {
      return frames;
    }
    List<MapFrame> least = frames.stream().filter(few::contains).toList();
    List<MapNode> nodes = least.stream().flatMap(frame -> frame.nodes().stream()).toList();
    MapFrame first = least.getFirst();
    int column = first.column();
    MapNode some = nodes.getFirst();
    MapPlace other = named("others:" + column, some, "other " + some.place().sort().frames());
    MapPlace place =
        new MapPlace(OTHERS, first.place().sort(), "", "Others", "", false, "", MapChange.SAME);
    List<MapFrame> all = new ArrayList<>(frames);
    all.removeAll(least);
    all.add(new MapFrame(place, column, List.of(one(nodes, MapNode.Why.FEWEST, other))));
    return all;
  }

  private long weight(MapFrame frame) {
    return frame.place().id().equals(OTHERS)
        ? SHARED
        : frame.nodes().stream().mapToLong(this::weight).sum();
  }

  private MapGraph gathered(List<MapFrame> frames) {
    SequencedMap<Ends, List<Relation>> lines = new LinkedHashMap<>();
    int within = 0;
    for (MapEdge edge : graph.edges()) {
      MapNode from = into.getOrDefault(edge.from(), edge.from());
      MapNode to = into.getOrDefault(edge.to(), edge.to());
      if (from.equals(to)) {
        within += edge.count();
      } else {
        lines
            .computeIfAbsent(new Ends(from, to, edge.kind(), edge.change()), _ -> new ArrayList<>())
            .addAll(edge.relations());
      }
    }
    return graph.gathered(frames, edges(frames, lines), within);
  }

  private static List<MapEdge> edges(
      List<MapFrame> frames, SequencedMap<Ends, List<Relation>> lines) {
    Map<MapNode, Integer> order = new HashMap<>();
    frames.stream()
        .flatMap(frame -> frame.nodes().stream())
        .forEach(node -> order.put(node, order.size()));
    List<Map.Entry<Ends, List<Relation>>> sorted =
        lines.entrySet().stream()
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.<Ends>comparingInt(ends -> order.getOrDefault(ends.from(), 0))
                        .thenComparingInt(ends -> order.getOrDefault(ends.to(), 0))
                        .thenComparing(Ends::kind)
                        .thenComparing(Ends::change)))
            .toList();
    return IntStream.range(0, sorted.size())
        .mapToObj(
            i -> {
              Ends ends = sorted.get(i).getKey();
              return new MapEdge(
                  i + 1, ends.from(), ends.to(), ends.kind(), sorted.get(i).getValue());
            })
        .toList();
  }
}
