package org.seccatalogue.map;

/// One relation, as the data state it.
///
/// @param words how `from` is related to `to`
/// @param says the record that states it: an interaction, or the record itself
public record Relation(
    MapKind kind, MapPlace from, MapPlace to, String words, MapPlace says, MapChange change) {

  boolean touches(MapPlace place) {
    return from.equals(place) || to.equals(place);
  }

  MapPlace otherThan(MapPlace place) {
    return from.equals(place) ? to : from;
  }
}
