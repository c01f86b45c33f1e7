package org.seccatalogue.revision;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.record.words.ProvisionalWords;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Query;

/// Turns rows of the store into what other packages may see.
@ApplicationScoped
class Records {

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
    Map<String, List<Link>> bySource = links.from(rows.stream().map(row -> row.key).toList());
    return rows.stream().map(row -> of(row, bySource.getOrDefault(row.key, List.of()))).toList();
  }

  /// A record of which the canonical form of its current revision was read.
  StoredRecord of(BulkRows.Current current) {
    RecordType type = schema.typeOf(current.row().type);
    Content content = Content.parsed(type, current.content());
    Attributes attributes = numbered(type, content.attributes(), current.row().reference);
    return of(current.row(), type, attributes, content.links());
  }

  /// The words with the reference that the record has, as it is no word: it may have had another
  /// one, or none, when they were written.
  private static Attributes numbered(
      RecordType type, Attributes written, @Nullable String reference) {
    Attribute attribute = type.playing(AttributeRole.REFERENCE).orElse(null);
    if (attribute == null) {
      return written;
    }
    String number = written.text(type, AttributeRole.REFERENCE).orElse("");
    String name = Objects.requireNonNullElse(reference, "");
    String now = type.kind().makesTheOutline() ? Numbering.last(name) : name;
    if (number.equals(now)) {
      return written;
    }
    return now.isEmpty()
        ? written.without(attribute.name())
        : Attributes.stored(written.with(Attributes.only(attribute.name(), TextNode.valueOf(now))));
  }

  private StoredRecord of(RecordEntity row, List<Link> outgoing) {
    RecordType type = schema.typeOf(row.type);
    return of(row, type, Attributes.parsed(type, row.attributes), outgoing);
  }

  private static StoredRecord of(
      RecordEntity row, RecordType type, Attributes attributes, List<Link> outgoing) {
    return new StoredRecord(
        head(row, ProvisionalWords.isIn(type, attributes::look)),
        type,
        new RecordVersion(row.revision, row.version),
        attributes,
        outgoing,
        row.changedAt);
  }

  /// Asks for the heads of records, without the rest of their rows.
  ///
  /// @param rest of the statement, behind `from record r`
  Query<RecordHead> heads(String rest) {
    return Query.of(
        RecordHead.class,
        "select r.key, r.type, r.title, r.reference, r.stage, r.revision, r.parent, "
            + provisional()
            + " as provisional, r.path from record r "
            + rest);
  }

  /// What [ProvisionalWords] says, asked of the store: types that say it alike are asked together.
  private String provisional() {
    Map<String, List<String>> types = new LinkedHashMap<>();
    for (RecordType type : schema.types()) {
      String said = provisional(type);
      if (!said.isEmpty()) {
        types.computeIfAbsent(said, _ -> new ArrayList<>()).add("'" + type.name() + "'");
      }
    }
    String any =
        types.entrySet().stream()
            .map(
                e -> "r.type in (" + String.join(", ", e.getValue()) + ") and (" + e.getKey() + ")")
            .collect(Collectors.joining(" or "));
    return any.isEmpty() ? "false" : "coalesce(" + any + ", false)";
  }

  private static String provisional(RecordType type) {
    Stream<String> marked =
        type.playing(AttributeRole.PROVISIONAL).stream()
            .map(attribute -> "r.attributes ->> '" + attribute.name() + "' = 'true'");
    Stream<String> words =
        ProvisionalWords.binding(type).stream()
            .flatMap(role -> type.playing(role).stream())
            .map(
                attribute ->
                    "r.attributes ->> '"
                        + attribute.name()
                        + "' ~ '"
                        + ProvisionalWords.SIGN
                        + "'");
    return Stream.concat(marked, words).collect(Collectors.joining(" or "));
  }

  RecordHead head(RecordEntity row) {
    RecordType type = schema.typeOf(row.type);
    return head(
        row,
        !provisional(type).isEmpty()
            && ProvisionalWords.isIn(type, Attributes.parsed(type, row.attributes)::look));
  }

  private static RecordHead head(RecordEntity row, boolean provisional) {
    return new RecordHead(
        RecordKey.of(row.key),
        row.type,
        row.title,
        row.reference,
        row.stage,
        row.revision,
        row.parent == null ? null : RecordKey.of(row.parent),
        provisional,
        row.path);
  }

  static Revision revision(RevisionEntity row) {
    return new Revision(
        RecordKey.of(row.key),
        row.number,
        row.stage,
        Content.parse(row.content),
        HexFormat.of().formatHex(row.digest),
        row.madeAt,
        row.madeBy,
        row.note);
  }
}
