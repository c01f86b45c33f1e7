package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a map shows: boxes in frames, and lines that each stand for a number of relations.
///
/// @param frames in the order of the outline
/// @param edges all of them, in the order of the boxes
/// @param least a line of fewer relations is not drawn, unless interactions state it
/// @param inside how many relations both begin and end in one box
/// @param beyond how many relations are further away than the map shows
public record MapGraph(
    MapEdition edition,
    String title,
    List<MapFrame> frames,
    List<MapEdge> edges,
    int least,
    int inside,
    int beyond) {

  public MapGraph {
    frames = List.copyOf(frames);
    edges = List.copyOf(edges);
  }

  public static MapGraph of(MapContents contents, MapFocus focus) {
    return new GraphMaker(contents, focus).graph();
  }

  public Stream<MapNode> nodes() {
    return frames.stream().flatMap(frame -> frame.nodes().stream());
  }

  /// Whether a line is drawn. All are in the list.
  public boolean draws(MapEdge edge) {
    return edge.kind().stated() || edge.count() >= least;
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

  /// What the picture leaves out, in sentences; empty when it shows all.
  public List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    int hidden = edges.stream().filter(e -> !draws(e)).mapToInt(MapEdge::count).sum();
    if (hidden > 0) {
      String most = least == 2 ? "of 1" : "of fewer than " + least;
      sentences.add(relations(hidden) + " not drawn, in lines " + most);
    }
    if (inside > 0) {
      sentences.add(relations(inside) + " within one box");
    }
    if (beyond > 0) {
      sentences.add(relations(beyond) + " further away");
    }
    return sentences;
  }

  private static String relations(int count) {
    return count == 1 ? "1 relation" : "%,d relations".formatted(count);
  }
}
