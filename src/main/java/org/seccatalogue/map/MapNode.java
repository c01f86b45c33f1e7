package org.seccatalogue.map;

import java.util.List;
import java.util.Objects;

/// What is drawn as a box.
///
/// @param whole whether it stands for what its frame says as a whole, not for a part of that
/// @param many what it stands for instead of its own place
/// @param focus whether the map is about it
/// @param documents the subsidiary documents that serve it, where they stand on it
public record MapNode(
    MapPlace place, boolean whole, Many many, boolean focus, List<MapPlace> documents) {

  public MapNode {
    documents = List.copyOf(documents);
  }

  /// Places that share a box.
  public record Many(Why why, List<MapPlace> places) {

    /// Of a box of one place.
    static final Many NONE = new Many(Why.ALONE, List.of());

    public Many {
      places = List.copyOf(places);
    }

    private String words() {
      MapPlace.Sort sort = places.getFirst().sort();
      return places.stream().allMatch(place -> place.sort() == sort)
          ? sort.plural()
          : "other things";
    }
  }

  /// Why places share a box.
  public enum Why {
    /// They do not: it is one place.
    ALONE,
    /// They have the fewest relations of all in their frame.
    FEWEST,
    /// There is no room for any of them alone.
    ALL,
    /// They have no relation.
    UNLINKED
  }

  public String id() {
    return place.id();
  }

  /// It is asked for at each relation, and what it stands for can be thousands of places.
  @Override
  public int hashCode() {
    return Objects.hash(place.id(), whole, many.why(), focus);
  }

  /// How many places it stands for; 0 for a box of one place.
  public int gathered() {
    return many.places().size();
  }

  public String name() {
    return switch (many.why()) {
      case ALONE -> place.name();
      case FEWEST, UNLINKED -> "+" + gathered();
      case ALL -> "all " + gathered();
    };
  }

  public String title() {
    return switch (many.why()) {
      case ALONE -> titleAlone();
      case FEWEST -> "more in " + place.name();
      case ALL -> "in " + place.name();
      case UNLINKED -> "%s in %s without a relation".formatted(many.words(), place.name());
    };
  }

  private String titleAlone() {
    if (whole) {
      return "(as a whole)";
    }
    return place.title().equals(place.name()) ? "" : place.title();
  }
}
