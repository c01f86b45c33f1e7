package org.seccatalogue.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.schema.CatalogueSchema;

/// All places of a source and what relates them, read once.
public final class MapContents {

  private static final String NOT_LEFT_OUT =
      "the key or reference of a record of those that are not left out";
  private static final String ON_MAP =
      "something that stands on the map, which withdrawn records do not";

  private final MapEdition edition;
  private final Map<String, MapPlace> byId = new LinkedHashMap<>();
  private final Map<String, MapPlace> byName = new HashMap<>();
  private final Map<String, MapPlace> byPath = new HashMap<>();
  private final List<Relation> relations;

  /// Also what an interaction says better.
  private final List<Relation> read;
  private final List<Relation> assessments;
  private final MapChoices choices;

  private MapContents(MapSource source) {
    this.edition = source.edition();
    CatalogueSchema schema = source.schema();
    RelationReader reader = new RelationReader(schema, this::named);
    source.each(
        record -> {
          if (source.stands(record.head())) {
            add(MapPlace.of(record.head(), record.type().kind()));
            reader.read(record);
          }
        });
    this.read = reader.all();
    this.relations = reader.relations(read);
    this.assessments = reader.assessments();
    reader.parties().forEach(this::add);
    this.choices = MapChoices.of(withAssessments(), places(), source.stages());
  }

  public static MapContents of(MapSource source) {
    return new MapContents(source);
  }

  /// What two editions hold together, each with what became of it from the older to the newer one.
  public static MapContents compared(MapSource older, MapSource newer) {
    return new MapContents(new MapContents(older), new MapContents(newer));
  }

  private MapContents(MapContents older, MapContents newer) {
    this.edition = newer.edition.comparedWith(older.edition);
    Stream<MapPlace> there =
        newer.places().stream()
            .map(place -> older.byId.containsKey(place.id()) ? place : place.as(MapChange.ADDED));
    Stream<MapPlace> gone =
        older.places().stream()
            .filter(place -> !newer.byId.containsKey(place.id()))
            .map(place -> place.as(MapChange.REMOVED));
    Stream.concat(there, gone)
        .sorted(
            Comparator.comparing((MapPlace place) -> place.sort() == MapPlace.Sort.PARTY)
                .thenComparing(MapPlace::path))
        .forEach(this::add);
    newer.byName.forEach(this::nameAgain);
    this.relations = ComparedRelations.of(older, newer, byId);
    this.read = relations;
    this.assessments = ComparedRelations.assessments(older, newer, byId);
    this.choices =
        MapChoices.of(withAssessments(), places(), Map.of()).and(newer.choices).and(older.choices);
  }

  /// The same without some of it. What stands below what is left out is left out, too.
  private MapContents(MapContents all, Set<String> without) {
    this.edition = all.edition;
    Set<String> dropped = new HashSet<>();
    for (MapPlace place : all.places()) {
      if (MapChoices.dropped(place, without) || isBelow(place, dropped)) {
        dropped.add(place.id());
        dropped.add(place.path());
        // What is not in the outline may have it as its frame.
        byPath.putIfAbsent(place.path(), place);
      } else {
        add(place);
      }
    }
    Predicate<Relation> stays =
        relation ->
            !without.contains(token(relation))
                && !dropped.contains(relation.from().id())
                && !dropped.contains(relation.to().id());
    this.relations = all.relations.stream().filter(stays).toList();
    this.read = relations;
    this.assessments = all.assessments.stream().filter(stays).toList();
    this.choices = all.choices.without(without, all.relations.size() - relations.size());
  }

  /// The same with assessments among the relations.
  private MapContents(MapContents all) {
    this.edition = all.edition;
    byId.putAll(all.byId);
    byName.putAll(all.byName);
    byPath.putAll(all.byPath);
    this.relations = all.withAssessments();
    this.read = all.read;
    this.assessments = all.assessments;
    this.choices = all.choices;
  }

  /// The same, where assessments count as relations: on maps that are not of the whole code.
  MapContents assessed() {
    return new MapContents(this);
  }

  private List<Relation> withAssessments() {
    return Stream.concat(relations.stream(), assessments.stream()).toList();
  }

  private static boolean isBelow(MapPlace place, Set<String> paths) {
    return place.isInside()
        && IntStream.range(1, place.depth()).anyMatch(depth -> paths.contains(place.pathAt(depth)));
  }

  private static String token(Relation relation) {
    return MapChoices.Group.KIND.token(relation.kind().label());
  }

  /// The same without what a question leaves out.
  MapContents chosen(MapQuestion question) {
    return question.without().isEmpty()
        ? this
        : new MapContents(this, choices.meant(question.without()));
  }

  /// A question as the map itself says it, and what is wrong with it.
  public record Asked(MapQuestion question, List<Finding> findings) {
    public Asked {
      findings = List.copyOf(findings);
    }
  }

  /// What is asked, in the words of what there is. Whether there is what it is about is asked
  /// elsewhere; here only whether that stands on maps, and is not left out.
  ///
  /// @param said what a reader calls what it is about; empty for the whole code
  public Asked asked(MapQuestion question, String said) {
    String about = question.focus();
    String key = about == null ? null : named(about).map(MapPlace::id).orElse(about);
    MapQuestion meant = MapQuestion.of(key, choices.meant(question.without()));
    List<Finding> findings = new ArrayList<>(choices.findings(question.without()));
    Place place = new Place.Parameter("focus");
    if (key != null && focus(key).isEmpty()) {
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, said, ON_MAP));
    } else if (key != null && chosen(meant).focus(key).isEmpty()) {
      findings.add(Finding.error(FindingCode.UNKNOWN_RECORD, place, said, NOT_LEFT_OUT));
    }
    return new Asked(meant, findings);
  }

  MapChoices choices() {
    return choices;
  }

  /// A name is that of what bears it in the newer edition.
  private void nameAgain(String name, MapPlace place) {
    MapPlace known = byId.get(place.id());
    if (known != null) {
      byName.put(name, known);
    }
  }

  private void add(MapPlace place) {
    byId.put(place.id(), place);
    byName.putIfAbsent(place.name(), place);
    if (place.isInside()) {
      byPath.putIfAbsent(place.path(), place);
    }
  }

  MapEdition edition() {
    return edition;
  }

  /// A place by its key, or by the reference by which people name it.
  Optional<MapPlace> named(String keyOrReference) {
    return Optional.ofNullable(byId.get(keyOrReference))
        .or(() -> Optional.ofNullable(byName.get(keyOrReference)));
  }

  /// The party that has an id, a code or a label, in any letters. Who asks for what a record is
  /// called means that.
  public static Optional<MapPlace> party(CatalogueSchema schema, String name) {
    return new MapParties(schema).called(name.strip());
  }

  /// What a map can be asked to show: a section, a record, an existing code, or a party.
  public Optional<MapFocus> focus(String keyOrReference) {
    return named(keyOrReference)
        .map(
            place ->
                switch (place.sort()) {
                  case CLAUSE, HEADING -> new MapFocus.Section(place);
                  case AGREEMENT, PARTY -> new MapFocus.Outside(place);
                  case RECORD, ENTRY, DOCUMENT -> new MapFocus.Surroundings(place);
                });
  }

  /// All places, in the order of the outline; parties come last.
  Collection<MapPlace> places() {
    return byId.values();
  }

  /// What a place stands below at a depth; the place itself where it is not so deep.
  MapPlace above(MapPlace place, int depth) {
    return byPath.getOrDefault(place.pathAt(depth), place);
  }

  List<Relation> relations() {
    return relations;
  }

  /// The relations with those that only say that a record and an agreement touch, where an
  /// interaction says how.
  List<Relation> read() {
    return read;
  }

  /// What administrators say of chapters, which is no relation of the whole code.
  List<Relation> assessments() {
    return assessments;
  }

  List<Relation> touching(MapPlace place) {
    return relations.stream().filter(relation -> relation.touches(place)).toList();
  }

  /// Those that begin or end in one place or in what stands below it.
  List<Relation> touchingIn(MapPlace place) {
    return relations.stream().filter(r -> r.from().isIn(place) || r.to().isIn(place)).toList();
  }

  /// The places directly below another one.
  List<MapPlace> below(MapPlace place) {
    List<MapPlace> below = new ArrayList<>();
    for (MapPlace one : places()) {
      if (one.depth() == place.depth() + 1 && one.isInside() && one.isIn(place)) {
        below.add(one);
      }
    }
    return below;
  }
}
