package org.seccatalogue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seccatalogue.baseline.freezing.Projections;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.revision.RecordPage;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.RecordSearch;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.InternalAttribute;
import org.seccatalogue.schema.RecordType;

/// Puts an unlikely word into all that is internal of one record of each type: attributes, columns,
/// notes of links, and the name and reason of whoever changes it.
@ApplicationScoped
public class InternalWords {

  /// Stands in all of them.
  public static final String WORD = "Zyxwordle";

  /// Stands in notes of links.
  public static final String OF_A_LINK = WORD + " of a link";

  /// Changed the records.
  public static final String PERSON = WORD + " person";

  private final CatalogueSchema schema;
  private final Catalogue catalogue;
  private final Revisions revisions;
  private final RecordSearch search;
  private final Projections projections;

  InternalWords(
      CatalogueSchema schema,
      Catalogue catalogue,
      Revisions revisions,
      RecordSearch search,
      Projections projections) {
    this.schema = schema;
    this.catalogue = catalogue;
    this.revisions = revisions;
    this.search = search;
    this.projections = projections;
  }

  /// Puts them into the draft.
  ///
  /// @return the word of each internal attribute that can hold one, by its code
  public Map<String, String> write() {
    Map<String, String> hidden = new TreeMap<>();
    int notes = 0;
    for (RecordType type : schema.types()) {
      List<StoredRecord> records = records(type);
      notes +=
          hide(
              records.isEmpty()
                  ? catalogue.record(type, "One of its type", "C.1.2", List.of())
                  : records.getFirst(),
              hidden);
    }
    assertThat(notes).isPositive();
    return hidden;
  }

  /// Those of the draft that are not at an end.
  public List<StoredRecord> records(RecordType type) {
    RecordQuery query = new RecordQuery(type.name(), null, null, null, List.of(), null, 200);
    return switch (search.find(query)) {
      case RecordPage.Page(List<StoredRecord> records, String _) ->
          records.stream()
              .filter(record -> !schema.workflow().isEnd(record.head().stage()))
              .toList();
      case RecordPage.Refused(var findings) -> throw new AssertionError(findings);
    };
  }

  /// Puts the word into a record wherever it is internal.
  ///
  /// @return how many notes of links it has then
  private int hide(StoredRecord record, Map<String, String> hidden) {
    ObjectNode values = record.attributes().json();
    for (InternalAttribute one : projections.internal()) {
      if (one.isOf(record.type())) {
        hidden.putAll(hide(values, record.type(), one));
      }
    }
    List<LinkDraft> links =
        record.links().stream()
            .map(l -> new LinkDraft(l.type(), l.target().toString(), null, OF_A_LINK))
            .toList();
    String parent = record.parent() == null ? null : record.parent().toString();
    RecordDraft draft =
        new RecordDraft(record.type().name(), parent, PlaceWish.NONE, null, values, links);
    SaveOutcome saved =
        revisions.save(
            record.key(), record.version(), draft, new ChangeNote(PERSON, WORD + " of a change"));
    assertThat(saved)
        .as(record.key().toString())
        .isInstanceOfAny(SaveOutcome.Revised.class, SaveOutcome.Unchanged.class);
    return links.size();
  }

  private static Map<String, String> hide(
      ObjectNode values, RecordType type, InternalAttribute one) {
    Attribute attribute = type.attribute(one.attribute()).orElseThrow();
    String text = WORD + Integer.toHexString(one.code().hashCode()) + "x";
    switch (attribute.type()) {
      case AttributeType.Line _, AttributeType.Text _ -> values.put(attribute.name(), text);
      case AttributeType.Table(List<Attribute> columns) -> {
        ArrayNode rows = (ArrayNode) Catalogue.values(type, "Any").path(attribute.name());
        rows = values.path(attribute.name()) instanceof ArrayNode own ? own : rows;
        for (JsonNode row : rows) {
          columns.stream()
              .filter(column -> one.column() == null || one.column().equals(column.name()))
              .filter(column -> column.type() instanceof AttributeType.Line)
              .forEach(column -> ((ObjectNode) row).put(column.name(), text));
        }
        values.set(attribute.name(), rows);
      }
      case AttributeType.ListOf _ ->
          values.set(attribute.name(), JsonNodeFactory.instance.arrayNode().add(text));
      case AttributeType.Numeric _,
          AttributeType.Flag _,
          AttributeType.Date _,
          AttributeType.Code _,
          AttributeType.Measure _,
          AttributeType.Reference _,
          AttributeType.CodeMap _ -> {
        return Map.of();
      }
    }
    return Map.of(one.code(), text);
  }
}
