package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Gathers the relations of a view into lines, and the ends of these into boxes and frames.
final class GraphMaker {

  /// More boxes than these in a frame are gathered into one: letters must not become too small.
  private static final int MOST_BOXES = 22;

  /// More boxes than these that have no relation are gathered: all of them where there are few are
  /// the outline that a reader knows, and many fill the sheet with nothing.
  private static final int MOST_UNLINKED = 8;

  /// What changed is not gathered as long as anything else can be.
  private static final int CHANGED = 1_000;

  private record Ends(MapNode from, MapNode to, MapKind kind, MapChange change) {}

  private final MapContents contents;
  private final MapView view;
  private final MapFocus.Manner manner;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, MapNode> gathered = new HashMap<>();
  private final Map<String, MapPlace> frameOfGathered = new HashMap<>();
  private final Set<MapPlace> focus;
  private final Map<MapPlace, List<MapPlace>> documents;

  GraphMaker(MapContents contents, MapFocus focus, MapFocus.Manner manner) {
    this.contents = told(contents, focus, manner);
    this.manner = manner;
    this.view = MapView.of(this.contents, focus, manner);
    this.focus = view.focus();
    this.documents = view.documents();
    contents.places().forEach(place -> order.put(place.id(), order.size()));
  }

  /// What administrators assess is not on the map of the whole code.
  private static MapContents told(MapContents contents, MapFocus focus, MapFocus.Manner manner) {
    return switch (manner) {
      case EACH, GATHERED -> contents;
      case READABLE -> focus instanceof MapFocus.Whole ? contents : contents.assessed();
    };
  }

  MapGraph graph() {
    List<Relation> relations = view.relations();
    gather(relations);
    SequencedMap<Ends, List<Relation>> lines = new LinkedHashMap<>();
    int inside = 0;
    for (Relation relation : relations) {
      Ends ends =
          new Ends(node(relation.from()), node(relation.to()), relation.kind(), relation.change());
      if (ends.from().equals(ends.to())) {
        inside++;
      } else {
        lines.computeIfAbsent(ends, _ -> new ArrayList<>()).add(relation);
      }
    }
    List<MapEdge> edges = edges(lines);
    return new MapGraph(
        contents.edition(),
        title(),
        frames(edges),
        edges,
        DrawnLines.of(edges, MapGraph.MOST_LINES),
        new MapGraph.Rest(inside, view.beyond()),
        contents.choices(),
        manner);
  }

  private String title() {
    String since = contents.edition().since();
    String title = since == null ? view.title() : view.title() + " – changes since " + since;
    return switch (manner) {
      case EACH -> title;
      case GATHERED, READABLE -> contents.choices().titled(title);
    };
  }

  /// Where a frame would have too many boxes, those with the fewest relations become one; so do
  /// many that have none.
  private void gather(List<Relation> relations) {
    Map<MapPlace, Integer> counts = new HashMap<>();
    SequencedSet<MapPlace> places = new LinkedHashSet<>(view.always());
    for (Relation relation : relations) {
      for (MapPlace end : List.of(relation.from(), relation.to())) {
        places.add(view.box(end));
        int weight = relation.change() == MapChange.SAME ? 1 : CHANGED;
        counts.merge(view.box(end), weight, Integer::sum);
      }
    }
    Map<MapPlace, List<MapPlace>> frames =
        places.stream()
            .sorted(byOrder(Function.identity()))
            .collect(Collectors.groupingBy(view::frame, LinkedHashMap::new, Collectors.toList()));
    frames.values().forEach(boxes -> gather(boxes, counts));
  }

  private void gather(List<MapPlace> boxes, Map<MapPlace, Integer> counts) {
    Set<MapPlace> unlinked = unlinked(boxes, counts);
    int room = MOST_BOXES;
    if (!unlinked.isEmpty()) {
      gather("unlinked:", new MapNode.Many(MapNode.Why.UNLINKED, List.copyOf(unlinked)));
      room--;
    }
    List<MapPlace> others = boxes.stream().filter(box -> !unlinked.contains(box)).toList();
    if (others.size() > room) {
      List<MapPlace> least = least(others, others.size() - room + 1, counts);
      gather("more:", new MapNode.Many(MapNode.Why.FEWEST, least));
    }
  }

  /// Of as many relations the last in the outline come first.
  private List<MapPlace> least(List<MapPlace> boxes, int most, Map<MapPlace, Integer> counts) {
    UnaryOperator<List<MapPlace>> sorted =
        in ->
            in.stream()
                .filter(box -> !focus.contains(box))
                .sorted(Comparator.comparingInt(box -> counts.getOrDefault(box, 0)))
                .limit(most)
                .toList();
    return switch (manner) {
      case EACH, GATHERED -> sorted.apply(boxes);
      case READABLE -> {
        Set<MapPlace> least = Set.copyOf(sorted.apply(boxes.reversed()));
        yield boxes.stream().filter(least::contains).toList();
      }
    };
  }

  /// Of the boxes of a frame those that have no relation, where there are many.
  private Set<MapPlace> unlinked(List<MapPlace> boxes, Map<MapPlace, Integer> counts) {
    Set<MapPlace> all =
        boxes.stream()
            .filter(box -> !counts.containsKey(box) && box.change() == MapChange.SAME)
            .filter(box -> !focus.contains(box) && !documents.containsKey(box))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean many = all.size() > MOST_UNLINKED;
    return switch (manner) {
      case EACH, GATHERED -> Set.of();
      case READABLE -> many ? all : Set.of();
    };
  }

  private void gather(String prefix, MapNode.Many many) {
    List<MapPlace> places = many.places();
    MapPlace frame = view.frame(places.getFirst());
    MapPlace all =
        new MapPlace(
            prefix + frame.id(),
            places.getFirst().sort(),
            frame.name(),
            frame.title(),
            frame.path(),
            false,
            "",
            MapChange.SAME);
    MapNode one = new MapNode(all, false, many, false, documents(places));
    places.forEach(box -> gathered.put(box.id(), one));
    frameOfGathered.put(one.id(), frame);
  }

  private MapNode node(MapPlace end) {
    MapPlace box = view.box(end);
    MapNode many = gathered.get(box.id());
    return many != null
        ? many
        : new MapNode(
            box,
            box.isInside() && box.equals(view.frame(box)),
            MapNode.Many.NONE,
            focus.contains(box),
            documents(List.of(box)));
  }

  private List<MapPlace> documents(List<MapPlace> boxes) {
    return boxes.stream()
        .flatMap(box -> documents.getOrDefault(box, List.of()).stream())
        .distinct()
        .toList();
  }

  private <T> Comparator<T> byOrder(Function<T, MapPlace> place) {
    return Comparator.comparingInt(
        one -> order.getOrDefault(place.apply(one).id(), Integer.MAX_VALUE));
  }

  private List<MapEdge> edges(SequencedMap<Ends, List<Relation>> lines) {
    List<Ends> sorted =
        lines.keySet().stream()
            .sorted(
                this.<Ends>byOrder(ends -> ends.from().place())
                    .thenComparing(byOrder(ends -> ends.to().place()))
                    .thenComparing(Ends::kind)
                    .thenComparing(Ends::change))
            .toList();
    return IntStream.range(0, sorted.size())
        .mapToObj(
            i -> {
              Ends ends = sorted.get(i);
              return new MapEdge(
                  i + 1, ends.from(), ends.to(), ends.kind(), lines.getOrDefault(ends, List.of()));
            })
        .toList();
  }

  private List<MapFrame> frames(List<MapEdge> edges) {
    SequencedSet<MapNode> nodes = new LinkedHashSet<>();
    view.always().forEach(place -> nodes.add(node(place)));
    edges.forEach(edge -> nodes.addAll(List.of(edge.from(), edge.to())));
    SequencedMap<MapPlace, List<MapNode>> frames = new LinkedHashMap<>();
    nodes.stream()
        .sorted(byOrder(MapNode::place).thenComparing(node -> node.many().why()))
        .forEach(node -> frames.computeIfAbsent(frame(node), _ -> new ArrayList<>()).add(node));
    return frames.entrySet().stream()
        .map(e -> new MapFrame(e.getKey(), column(e.getValue().getFirst()), e.getValue()))
        .sorted(Comparator.comparingInt(MapFrame::column))
        .toList();
  }

  private MapPlace frame(MapNode node) {
    return frameOfGathered.getOrDefault(node.id(), view.frame(node.place()));
  }

  private int column(MapNode node) {
    return switch (node.place().sort()) {
      case AGREEMENT -> 0;
      case PARTY -> 1;
      case CLAUSE, HEADING, RECORD, ENTRY, DOCUMENT ->
          contents.above(node.place(), 1).sort() == MapPlace.Sort.CLAUSE ? 1 : 2;
    };
  }
}
