package org.seccatalogue.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.CodeRole;

/// Those who may use something, must act or take part: the codes of lists that say so. Several
/// lists may name the same party, in the same words.
final class MapParties {

  private record Code(CodeList list, String code) {}

  private final Map<String, MapPlace> byId = new LinkedHashMap<>();
  private final Map<String, MapPlace> byLabel = new LinkedHashMap<>();
  private final Map<Code, MapPlace> byCode = new LinkedHashMap<>();

  MapParties(CatalogueSchema schema) {
    lists(schema, CodeRole.USER).forEach(list -> add(list, MapPlace.PARTIES));
    lists(schema, CodeRole.PARTY).forEach(list -> add(list, MapPlace.OTHER_PARTIES));
  }

  private static Stream<CodeList> lists(CatalogueSchema schema, CodeRole role) {
    return schema.types().stream()
        .flatMap(type -> type.attributes().stream())
        .flatMap(attribute -> attribute.type().codes(role).stream())
        .distinct();
  }

  private void add(CodeList list, String prefix) {
    for (CodeList.Value value : list.values()) {
      MapPlace party =
          byLabel.computeIfAbsent(
              value.label(), label -> MapPlace.party(prefix, value.code(), label));
      byId.putIfAbsent(party.id(), party);
      byCode.put(new Code(list, value.code()), party);
    }
  }

  Collection<MapPlace> all() {
    return byId.values();
  }

  Optional<MapPlace> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The party of an id, a code or a label, in any letters.
  Optional<MapPlace> called(String name) {
    return find(name)
        .or(() -> first(party -> party.name().equalsIgnoreCase(name)))
        .or(() -> first(party -> party.title().equalsIgnoreCase(name)));
  }

  private Optional<MapPlace> first(Predicate<MapPlace> wanted) {
    return byId.values().stream().filter(wanted).findFirst();
  }

  /// Each party that a record names, once.
  Stream<MapPlace> namedBy(MapRecord record) {
    return record.type().attributes().stream()
        .flatMap(attribute -> named(attribute, record.attributes().look(attribute.name())))
        .distinct();
  }

  private Stream<MapPlace> named(Attribute attribute, @Nullable JsonNode value) {
    return Stream.of(CodeRole.USER, CodeRole.PARTY)
        .flatMap(role -> attribute.type().codes(role).stream())
        .flatMap(list -> codes(value).map(code -> new Code(list, code)))
        .flatMap(code -> Stream.ofNullable(byCode.get(code)));
  }

  private static Stream<String> codes(@Nullable JsonNode value) {
    if (value == null) {
      return Stream.empty();
    }
    return value.isArray() ? value.valueStream().map(JsonNode::asText) : Stream.of(value.asText());
  }

  /// Parties as a few boxes. Who may use what is a matter of single records: on a large map all
  /// users are one box. Of the others, those that most records name stand alone, such as the DCC.
  static final class Gathered {

    private static final int MOST_ALONE = 2;

    private final Collection<MapPlace> places;
    private final Set<MapPlace> alone;

    /// That somebody uses a record, or must act by it.
    private record Used(MapPlace record, MapPlace party, MapChange change) {}

    /// @param relations all that a map can show, of whatever part
    Gathered(Collection<MapPlace> places, List<Relation> relations) {
      this.places = places;
      this.alone = mostNamed(relations);
    }

    private static Set<MapPlace> mostNamed(List<Relation> relations) {
      Map<MapPlace, Integer> counts = new LinkedHashMap<>();
      relations.stream()
          .map(Relation::to)
          .filter(place -> place.sort() == MapPlace.Sort.PARTY && !place.isUser())
          .forEach(party -> counts.merge(party, 1, Integer::sum));
      return counts.entrySet().stream()
          .sorted(Map.Entry.<MapPlace, Integer>comparingByValue().reversed())
          .limit(MOST_ALONE)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    /// A record that several parties of one box use is used once. Documents stand on the boxes that
    /// they serve.
    List<Relation> once(List<Relation> relations) {
      Set<Used> used = new HashSet<>();
      return relations.stream()
          .filter(relation -> !relation.serves())
          .filter(
              r ->
                  r.to().sort() != MapPlace.Sort.PARTY
                      || used.add(new Used(r.from(), box(r.to()), r.change())))
          .toList();
    }

    MapPlace box(MapPlace party) {
      if (party.isUser()) {
        return all("Users", MapPlace.PARTIES, MapPlace::isUser);
      }
      return alone.contains(party)
          ? party
          : all("Others", MapPlace.OTHER_PARTIES, one -> !one.isUser() && !alone.contains(one));
    }

    private MapPlace all(String name, String id, Predicate<MapPlace> those) {
      String names =
          places.stream()
              .filter(place -> place.sort() == MapPlace.Sort.PARTY && those.test(place))
              .map(MapPlace::title)
              .collect(Collectors.joining(", "));
      return new MapPlace(id, MapPlace.Sort.PARTY, name, names, "", false, "", MapChange.SAME);
    }
  }
}
