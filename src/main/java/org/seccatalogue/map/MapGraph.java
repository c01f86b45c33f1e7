package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a map shows: boxes in frames, and lines that each stand for a number of relations.
///
/// @param frames in the order of the outline
/// @param edges all of them, in the order of the boxes
/// @param shown the numbers of the lines that are drawn
/// @param rest what no line stands for
/// @param choices what can be left out of it, and what was
/// @param manner in which it is made
public record MapGraph(
    MapEdition edition,
    String title,
    List<MapFrame> frames,
    List<MapEdge> edges,
    Set<Integer> shown,
    Rest rest,
    MapChoices choices,
    MapFocus.Manner manner) {

  /// With more lines than these nobody follows one.
  static final int MOST_LINES = 64;

  /// What no line stands for.
  ///
  /// @param inside how many relations both begin and end in one box
  /// @param beyond how many relations are further away than the map shows
  public record Rest(int inside, int beyond) {}

  public MapGraph {
    frames = List.copyOf(frames);
    edges = List.copyOf(edges);
    shown = Set.copyOf(shown);
  }

  public static MapGraph of(MapContents contents, MapFocus focus) {
    return new GraphMaker(contents, focus, MapFocus.Manner.NEWEST).graph();
  }

  /// The map that is asked for; nothing where there is nothing of the name that it is about.
  public static Optional<MapGraph> of(MapContents contents, MapQuestion question) {
    return of(contents, question, MapFocus.Manner.NEWEST);
  }

  /// The same, made in one manner.
  public static Optional<MapGraph> of(
      MapContents contents, MapQuestion question, MapFocus.Manner manner) {
    MapContents chosen = contents.chosen(question);
    String about = question.focus();
    Optional<MapFocus> focus =
        about == null ? Optional.of(new MapFocus.Whole()) : chosen.focus(about);
    return focus.map(one -> new GraphMaker(chosen, one, manner).graph());
  }

  /// The same with at most so many lines of trace links, and fewer of interactions.
  public MapGraph withLines(int most) {
    Set<Integer> fewer = DrawnLines.of(edges, most);
    return new MapGraph(edition, title, frames, edges, fewer, rest, choices, manner);
  }

  /// The same with its boxes gathered into fewer ones.
  ///
  /// @param within how many more relations both begin and end in one box
  public MapGraph gathered(List<MapFrame> fewer, List<MapEdge> lines, int within) {
    return new MapGraph(
        edition,
        title,
        fewer,
        lines,
        DrawnLines.of(lines, MOST_LINES),
        new Rest(rest.inside() + within, rest.beyond()),
        choices,
        manner);
  }

  /// How many relations and places it holds, and at least 1.
  public int size() {
    return 1
        + edges.stream().mapToInt(MapEdge::count).sum()
        + nodes().mapToInt(node -> 1 + node.gathered()).sum();
  }

  public Stream<MapNode> nodes() {
    return frames.stream().flatMap(frame -> frame.nodes().stream());
  }

  /// Whether a line is drawn. All are in the list.
  public boolean draws(MapEdge edge) {
    return shown.contains(edge.number());
  }

  /// The lines that are drawn.
  public List<MapEdge> drawn() {
    return edges.stream().filter(this::draws).toList();
  }

  /// How many relations of each kind there are among the boxes, drawn or not.
  public SequencedMap<MapKind, Integer> counts() {
    SequencedMap<MapKind, Integer> counts = new TreeMap<>();
    edges.forEach(edge -> counts.merge(edge.kind(), edge.count(), Integer::sum));
    return counts;
  }

  /// How many relations of a kind there are of which that became.
  public int count(MapKind kind, MapChange change) {
    return edges.stream()
        .filter(edge -> edge.kind().equals(kind) && edge.change() == change)
        .mapToInt(MapEdge::count)
        .sum();
  }

  /// What the picture leaves out, in sentences; empty when it shows all.
  public List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    List<MapEdge> hidden = edges.stream().filter(edge -> !draws(edge)).toList();
    if (!hidden.isEmpty()) {
      int most = hidden.stream().mapToInt(MapEdge::count).max().orElse(1);
      String lines = most == 1 ? "in lines of 1" : "in lines of 1 to " + most;
      int all = hidden.stream().mapToInt(MapEdge::count).sum();
      sentences.add(relations(all) + " not drawn, " + lines);
    }
    if (rest.inside() > 0) {
      sentences.add(relations(rest.inside()) + " within one box");
    }
    if (rest.beyond() > 0) {
      sentences.add(relations(rest.beyond()) + " further away");
    }
    if (choices.unwanted() > 0) {
      sentences.add(relations(choices.unwanted()) + " left out on purpose");
    }
    switch (manner) {
      case EACH, GATHERED -> {}
      case READABLE -> sentences.addAll(gathered());
    }
    return sentences;
  }

  /// How many places share boxes, and why.
  private List<String> gathered() {
    int unlinked = gathered(EnumSet.of(MapNode.Why.UNLINKED));
    int others = gathered(EnumSet.of(MapNode.Why.FEWEST, MapNode.Why.ALL));
    List<String> sentences = new ArrayList<>();
    if (unlinked > 0) {
      sentences.add("%,d without a relation gathered".formatted(unlinked));
    }
    if (others > 0) {
      sentences.add("%,d with few relations gathered".formatted(others));
    }
    return sentences;
  }

  private int gathered(Set<MapNode.Why> reasons) {
    return nodes()
        .filter(node -> reasons.contains(node.many().why()))
        .mapToInt(MapNode::gathered)
        .sum();
  }

  private static String relations(int count) {
    return count == 1 ? "1 relation" : "%,d relations".formatted(count);
  }
}
