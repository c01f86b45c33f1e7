package org.seccatalogue.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
}
