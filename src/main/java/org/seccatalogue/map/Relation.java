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

  /// Whether it is that of a subsidiary document with what it serves.
  boolean serves() {
    return from.sort() == MapPlace.Sort.DOCUMENT && to.sort() != MapPlace.Sort.PARTY;
  }

  /// Whether it is that of an assessment with its code, or with the chapter that it is about.
  boolean assesses() {
    return kind.group() == MapKind.Group.ASSESSMENT;
  }

  MapPlace otherThan(MapPlace place) {
    return from.equals(place) ? to : from;
  }
}
