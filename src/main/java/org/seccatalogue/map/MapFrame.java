package org.seccatalogue.map;

import java.util.List;

/// What is drawn around boxes that belong together.
///
/// @param column from the left, counted from 0
public record MapFrame(MapPlace place, int column, List<MapNode> nodes) {

  public MapFrame {
    nodes = List.copyOf(nodes);
  }

  public String id() {
    return "frame:" + column + ":" + place.id();
  }

  public boolean holds(MapNode node) {
    return nodes.contains(node);
  }
}
