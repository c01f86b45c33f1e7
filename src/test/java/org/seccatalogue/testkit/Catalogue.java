package org.seccatalogue.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;

/// Fills the drafting store with records that are valid for their types, whatever those are.
@ApplicationScoped
public class Catalogue {

  private static final ChangeNote NOTE = new ChangeNote("Metering drafter", "For a test");

  private final CatalogueSchema schema;
  private final Revisions revisions;

  Catalogue(CatalogueSchema schema, Revisions revisions) {
    this.schema = schema;
    this.revisions = revisions;
  }

  /// The heading or clause of that reference, made when it is not there yet.
  public StoredRecord heading(
      TypeKind kind, String reference, String title, @Nullable String parent) {
    return revisions
        .named(reference)
        .orElseGet(
            () -> {
              RecordType type = schema.typeOf(schema.namesOf(kind).getFirst());
              ObjectNode values = values(type, title);
              put(type, values, AttributeRole.REFERENCE, reference);
              put(type, values, AttributeRole.SUMMARY, "What the section says, in short.");
              return create(
                  new RecordDraft(type.name(), parent, PlaceWish.NONE, null, values, List.of()));
            });
  }

  /// A record of a type with all that the type may require.
  public StoredRecord record(
      RecordType type, String title, @Nullable String parent, List<LinkDraft> links) {
    return create(
        new RecordDraft(type.name(), parent, PlaceWish.NONE, null, values(type, title), links));
  }

  /// Gives a record another title, or another text where the title plays no part.
  public StoredRecord rename(StoredRecord record, String title) {
    ObjectNode values = record.attributes().json();
    put(record.type(), values, AttributeRole.TITLE, title);
    return saved(record, values);
  }

  /// Gives the attribute that plays a role another text.
  public StoredRecord reword(StoredRecord record, AttributeRole role, String text) {
    ObjectNode values = record.attributes().json();
    put(record.type(), values, role, text);
    return saved(record, values);
  }

  private StoredRecord saved(StoredRecord record, ObjectNode values) {
    String parent = record.parent() == null ? null : record.parent().toString();
    List<LinkDraft> links =
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), l.targetRevision(), l.note()))
            .toList();
    RecordDraft draft =
        new RecordDraft(
            record.type().name(), parent, PlaceWish.NONE, record.stage(), values, links);
    return stored(revisions.save(record.key(), record.version(), draft, NOTE));
  }

  private StoredRecord create(RecordDraft draft) {
    return stored(revisions.create(draft, NOTE));
  }

  private static StoredRecord stored(SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Created(StoredRecord record, var _) -> record;
      case SaveOutcome.Revised(StoredRecord record, var _) -> record;
      case SaveOutcome.Renumbered(StoredRecord record, var _) -> record;
      case SaveOutcome.Unchanged(StoredRecord record) -> record;
      case SaveOutcome.Stale _, SaveOutcome.Rejected _, SaveOutcome.NotFound _ ->
          throw new IllegalStateException(outcome.toString());
    };
  }

  private static void put(RecordType type, ObjectNode values, AttributeRole role, String text) {
    type.playing(role).ifPresent(attribute -> values.put(attribute.name(), text));
  }

  /// A valid value for every attribute except references, which need records.
  public static ObjectNode values(RecordType type, String title) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = value(attribute);
      if (value != null) {
        values.set(attribute.name(), value);
      }
    }
    put(type, values, AttributeRole.TITLE, title);
    return values;
  }

  private static @Nullable JsonNode value(Attribute attribute) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (attribute.type()) {
      case AttributeType.Line line -> line.pattern() == null ? line(attribute, line) : null;
      case AttributeType.Text _ ->
          nodes.textNode("The " + attribute.label().toLowerCase(Locale.UK) + " shall hold.");
      case AttributeType.Numeric number ->
          nodes.numberNode(number.minimum() == null ? 1 : number.minimum().intValue() + 1);
      case AttributeType.Flag() -> nodes.booleanNode(true);
      case AttributeType.Date() -> nodes.textNode("2011-11-30");
      case AttributeType.Code(CodeList codes) -> nodes.textNode(codes.codes().getFirst());
      case AttributeType.Measure(List<String> units, _) ->
          nodes.objectNode().put("value", 30).put("unit", units.getFirst());
      case AttributeType.Reference _ -> null;
      case AttributeType.ListOf list -> list(attribute, list);
      case AttributeType.CodeMap map ->
          nodes.objectNode().put(map.keys().codes().getFirst(), map.values().codes().getFirst());
      case AttributeType.Table table -> table(table);
    };
  }

  private static JsonNode line(Attribute attribute, AttributeType.Line line) {
    String text = attribute.unique() ? "U" + System.nanoTime() % 1_000_000_000 : attribute.label();
    return JsonNodeFactory.instance.textNode(
        text.substring(0, Math.min(text.length(), line.maxLength())));
  }

  private static @Nullable JsonNode list(Attribute attribute, AttributeType.ListOf list) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    return switch (list.item()) {
      case AttributeType.Code(CodeList codes) -> items.add(codes.codes().getFirst());
      case AttributeType.Line _ -> items.add(attribute.label());
      default -> null;
    };
  }

  private static JsonNode table(AttributeType.Table table) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (Attribute column : table.columns()) {
      JsonNode cell = value(column);
      if (cell != null) {
        row.set(column.name(), cell);
      } else if (column.required()) {
        row.put(column.name(), "A");
      }
    }
    return JsonNodeFactory.instance.arrayNode().add(row);
  }
}
