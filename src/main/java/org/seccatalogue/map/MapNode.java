package org.seccatalogue.map;

import java.util.List;

/// What is drawn as a box.
///
/// @param whole whether it stands for what its frame says as a whole, not for a part of that
/// @param gathered how many places it stands for besides its own; 0 for a box of one place
/// @param focus whether the map is about it
/// @param documents the subsidiary documents that serve it, where they stand on it
public record MapNode(
    MapPlace place, boolean whole, int gathered, boolean focus, List<MapPlace> documents) {

  public MapNode {
    documents = List.copyOf(documents);
  }

  public String id() {
    return place.id();
  }

  public String name() {
    return gathered > 0 ? "+" + gathered : place.name();
  }

  public String title() {
    if (gathered > 0) {
      return "more in " + place.name();
    }
    if (whole) {
      return "(as a whole)";
    }
    return place.title().equals(place.name()) ? "" : place.title();
  }
}
