package org.seccatalogue.map;

import java.util.List;

/// All relations of a kind from one box to another, drawn as one line.
///
/// @param number by which the picture and the list mean the same, counted from 1
public record MapEdge(
    int number, MapNode from, MapNode to, MapKind kind, List<Relation> relations) {

  public MapEdge {
    relations = List.copyOf(relations);
  }

  public int count() {
    return relations.size();
  }
}
