package org.seccatalogue.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// Turns rows of the store into what other packages may see.
@ApplicationScoped
class Records {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final CatalogueSchema schema;
  private final LinkRepository links;

  Records(CatalogueSchema schema, LinkRepository links) {
    this.schema = schema;
    this.links = links;
  }

  StoredRecord of(RecordEntity row) {
    return of(row, links.from(row.key).stream().map(LinkEntity::link).toList());
  }

  /// All rows in their order, with the links of all of them read at once.
  List<StoredRecord> of(List<RecordEntity> rows) {
    Map<String, List<Link>> bySource =
        links.from(rows.stream().map(row -> row.key).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.source, Collectors.mapping(LinkEntity::link, Collectors.toList())));
    return rows.stream().map(row -> of(row, bySource.getOrDefault(row.key, List.of()))).toList();
  }

  private StoredRecord of(RecordEntity row, List<Link> outgoing) {
    RecordType type = schema.typeOf(row.type);
    return new StoredRecord(
        head(row),
        type,
        new RecordVersion(row.revision, row.version),
        Attributes.stored(inOrder(type, object(row.attributes))),
        outgoing,
        row.changedAt);
  }

  /// The values in the order of the type: the database keeps them in one of its own.
  private static ObjectNode inOrder(RecordType type, ObjectNode stored) {
    ObjectNode ordered = stored.objectNode();
    type.attributes().stream()
        .filter(attribute -> stored.has(attribute.name()))
        .forEach(attribute -> ordered.set(attribute.name(), stored.get(attribute.name())));
    ordered.setAll(stored.deepCopy().remove(names(ordered)));
    return ordered;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  RecordHead head(RecordEntity row) {
    return new RecordHead(
        RecordKey.of(row.key),
        row.type,
        row.title,
        row.reference,
        row.stage,
        row.revision,
        row.parent == null ? null : RecordKey.of(row.parent),
        isProvisional(row),
        row.path);
  }

  private boolean isProvisional(RecordEntity row) {
    RecordType type = schema.typeOf(row.type);
    return type.playing(AttributeRole.PROVISIONAL).isPresent()
        && Attributes.stored(object(row.attributes))
            .text(type, AttributeRole.PROVISIONAL)
            .filter("true"::equals)
            .isPresent();
  }

  static Revision revision(RevisionEntity row) {
    return new Revision(
        RecordKey.of(row.key),
        row.number,
        row.stage,
        Content.parse(json(row.content)),
        HexFormat.of().formatHex(row.digest),
        row.madeAt,
        row.madeBy,
        row.note);
  }

  static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store holds what is not JSON", e);
    }
  }
}
