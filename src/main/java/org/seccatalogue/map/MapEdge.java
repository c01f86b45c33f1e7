package org.seccatalogue.map;

import java.util.List;

/// All relations of a kind from one box to another of which the same became, drawn as one line.
///
/// @param number by which the picture and the list mean the same, counted from 1
public record MapEdge(
    int number, MapNode from, MapNode to, MapKind kind, List<Relation> relations) {

  public MapEdge {
    relations = List.copyOf(relations);
  }

  /// What became of its relations: of all of them the same.
  public MapChange change() {
    return relations.getFirst().change();
  }

  public int count() {
    return relations.size();
  }
}
