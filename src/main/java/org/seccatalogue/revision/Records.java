package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
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
    return of(current.row(), type, content.attributes(), content.links());
  }

  private StoredRecord of(RecordEntity row, List<Link> outgoing) {
    RecordType type = schema.typeOf(row.type);
    return of(row, type, Attributes.parsed(type, row.attributes), outgoing);
  }

  private static StoredRecord of(
      RecordEntity row, RecordType type, Attributes attributes, List<Link> outgoing) {
    return new StoredRecord(
        head(row, isProvisional(type, attributes)),
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

  private String provisional() {
    String marked =
        schema.types().stream()
            .flatMap(
                type ->
                    type
                        .playing(AttributeRole.PROVISIONAL)
                        .map(
                            attribute ->
                                "r.type = '%s' and r.attributes ->> '%s' = 'true'"
                                    .formatted(type.name(), attribute.name()))
                        .stream())
            .collect(Collectors.joining(" or "));
    return marked.isEmpty() ? "false" : "coalesce(" + marked + ", false)";
  }

  RecordHead head(RecordEntity row) {
    RecordType type = schema.typeOf(row.type);
    return head(
        row,
        type.playing(AttributeRole.PROVISIONAL).isPresent()
            && isProvisional(type, Attributes.parsed(type, row.attributes)));
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

  private static boolean isProvisional(RecordType type, Attributes attributes) {
    return attributes.text(type, AttributeRole.PROVISIONAL).filter("true"::equals).isPresent();
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
