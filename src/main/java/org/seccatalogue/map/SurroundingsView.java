package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/// A record with two steps around it.
final class SurroundingsView extends MapView {

  private static final int MOST_PLACES = 26;

  /// What more relations touch is a crossroads, and nobody asked for all that passes there.
  private static final int CROSSROADS = 8;

  private final MapPlace record;
  private final List<Relation> first;
  private final List<Relation> second;

  SurroundingsView(MapContents contents, MapPlace record) {
    super(contents);
    this.record = record;
    this.first =
        contents.relations().stream()
            .filter(relation -> relation.touches(record) || relation.says().equals(record))
            .toList();
    this.second = second();
  }

  private List<Relation> second() {
    SequencedSet<Relation> all = new LinkedHashSet<>();
    ends(first)
        .filter(end -> end.sort() == MapPlace.Sort.RECORD && !end.equals(record))
        .map(contents::touching)
        .filter(around -> around.size() <= CROSSROADS)
        .forEach(all::addAll);
    first.forEach(all::remove);
    return List.copyOf(all);
  }

  private static Stream<MapPlace> ends(List<Relation> relations) {
    return relations.stream().flatMap(r -> Stream.of(r.from(), r.to())).distinct();
  }

  @Override
  String title() {
    return "SEC map: around " + record.name() + " " + record.title();
  }

  @Override
  Set<MapPlace> focus() {
    return Set.of(record);
  }

  @Override
  List<Relation> relations() {
    List<Relation> all = new ArrayList<>(first);
    all.addAll(second);
    return ends(all).count() <= MOST_PLACES ? all : first;
  }

  @Override
  int beyond() {
    return first.size() + second.size() - relations().size();
  }

  @Override
  List<MapPlace> always() {
    return first.stream().anyMatch(relation -> relation.touches(record))
        ? List.of(record)
        : ends(first).findFirst().isPresent() ? List.of() : List.of(record);
  }

  @Override
  MapPlace box(MapPlace place) {
    return place;
  }
}
