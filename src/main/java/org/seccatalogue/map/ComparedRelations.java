package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells which relations came and which went between two editions.
final class ComparedRelations {

  /// What two editions say in the same way is the same, however they call the places.
  private record Said(String kind, String from, String to, String words, String says) {

    static Said of(Relation relation) {
      return new Said(
          relation.kind().label(),
          relation.from().id(),
          relation.to().id(),
          relation.words(),
          relation.says().id());
    }
  }

  private final Map<String, MapPlace> places;
  private final Map<String, MapKind> kinds = new HashMap<>();

  private ComparedRelations(Map<String, MapPlace> places) {
    this.places = places;
  }

  /// Those of the newer edition in their order, then those that only the older one has. What an
  /// interaction says better in one of them was neither added nor removed.
  ///
  /// @param places of both, by their id
  static List<Relation> of(MapContents older, MapContents newer, Map<String, MapPlace> places) {
    return of(
        new Edition(older.relations(), older.read()),
        new Edition(newer.relations(), newer.read()),
        places);
  }

  /// The same of assessments.
  static List<Relation> assessments(
      MapContents older, MapContents newer, Map<String, MapPlace> places) {
    return of(
        new Edition(older.assessments(), older.assessments()),
        new Edition(newer.assessments(), newer.assessments()),
        places);
  }

  /// What an edition tells.
  ///
  /// @param read also what an interaction says better
  private record Edition(List<Relation> relations, List<Relation> read) {}

  private static List<Relation> of(Edition older, Edition newer, Map<String, MapPlace> places) {
    ComparedRelations compared = new ComparedRelations(places);
    newer.relations().forEach(one -> compared.kinds.put(one.kind().label(), one.kind()));
    Set<Said> before = said(older.read());
    Set<Said> after = said(newer.read());
    List<Relation> all = new ArrayList<>();
    for (Relation relation : newer.relations()) {
      boolean known = before.contains(Said.of(relation));
      all.add(compared.as(relation, known ? MapChange.SAME : MapChange.ADDED));
    }
    for (Relation relation : older.relations()) {
      if (!after.contains(Said.of(relation))) {
        all.add(compared.as(relation, MapChange.REMOVED));
      }
    }
    return all;
  }

  private static Set<Said> said(List<Relation> relations) {
    Set<Said> said = new HashSet<>();
    relations.forEach(relation -> said.add(Said.of(relation)));
    return said;
  }

  private Relation as(Relation relation, MapChange change) {
    return new Relation(
        kinds.getOrDefault(relation.kind().label(), relation.kind()),
        place(relation.from()),
        place(relation.to()),
        relation.words(),
        place(relation.says()),
        change);
  }

  private MapPlace place(MapPlace place) {
    return places.getOrDefault(place.id(), place);
  }
}
