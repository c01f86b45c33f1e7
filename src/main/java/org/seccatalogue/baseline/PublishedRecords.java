package org.seccatalogue.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// The records of a baseline, their outline and their links.
@ApplicationScoped
public class PublishedRecords {

  /// What a head and a record are read from; `e` is an entry.
  static final String HEAD =
      "e.key, e.type, e.title, e.reference, e.stage, e.revision, e.parent, e.provisional, e.path";

  static final String RECORD =
      "select "
          + HEAD
          + ", c.content, encode(e.digest, 'hex')"
          + " from entry e join content c on c.digest = e.digest";

  private static final String LINKS =
      "select l.source, l.type, l.target, l.target_revision, l.note, l.soundness from link l";

  private final PublicDatabase database;
  private final Published published;

  PublishedRecords(PublicDatabase database, Published published) {
    this.database = database;
    this.published = published;
  }

  /// A record by its key, or by the reference by which people name it.
  public Optional<PublishedRecord> find(Baseline baseline, String keyOrReference) {
    String column = RecordKey.parse(keyOrReference).isPresent() ? "e.key" : "e.reference";
    CatalogueSchema schema = published.schema(baseline);
    return database.first(
        RECORD + " where e.baseline = ? and " + column + " = ?",
        row -> record(row, schema),
        baseline.number(),
        keyOrReference);
  }

  /// The baselines that hold a record, newest first.
  public List<String> holding(RecordKey key) {
    return database.list(
        "select b.id from entry e join baseline b on b.number = e.baseline where e.key = ?"
            + " order by b.number desc",
        row -> row.getString(1),
        key.toString());
  }

  /// All headings and clauses in the order of the outline, each before those below it.
  public List<RecordHead> outline(Baseline baseline) {
    return database.list(
        "select " + HEAD + " from entry e where e.baseline = ? and e.type = any(?) order by e.path",
        PublishedRecords::head,
        baseline.number(),
        headingTypes(baseline).toArray(String[]::new));
  }

  private List<String> headingTypes(Baseline baseline) {
    CatalogueSchema schema = published.schema(baseline);
    return Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
        .flatMap(kind -> schema.namesOf(kind).stream())
        .toList();
  }

  /// Records in the order of the outline, those behind the path `after`.
  public List<PublishedRecord> inOrder(Baseline baseline, String after, int limit) {
    CatalogueSchema schema = published.schema(baseline);
    return database.list(
        RECORD + " where e.baseline = ? and e.path > ? order by e.path limit ?",
        row -> record(row, schema),
        baseline.number(),
        after,
        limit);
  }

  /// Records by their keys, in no order.
  List<PublishedRecord> all(Baseline baseline, Collection<String> keys) {
    CatalogueSchema schema = published.schema(baseline);
    return database.list(
        RECORD + " where e.baseline = ? and e.key = any(?)",
        row -> record(row, schema),
        baseline.number(),
        keys.toArray(String[]::new));
  }

  /// The heads of records, by their keys.
  public Map<String, RecordHead> heads(Baseline baseline, Collection<String> keys) {
    return database
        .list(
            "select " + HEAD + " from entry e where e.baseline = ? and e.key = any(?)",
            PublishedRecords::head,
            baseline.number(),
            keys.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(head -> head.key().toString(), head -> head));
  }

  /// The records above one, from the root down to its parent.
  public List<RecordHead> above(Baseline baseline, RecordHead head) {
    String[] paths =
        Stream.iterate(head.path(), p -> p.contains("."), p -> p.substring(0, p.lastIndexOf('.')))
            .map(path -> path.substring(0, path.lastIndexOf('.')))
            .toArray(String[]::new);
    return database.list(
        "select " + HEAD + " from entry e where e.baseline = ? and e.path = any(?) order by e.path",
        PublishedRecords::head,
        baseline.number(),
        paths);
  }

  /// The links that leave some records, with both ends.
  public List<TracedLink> from(Baseline baseline, Collection<String> keys) {
    return links(
        baseline,
        LINKS + " where l.baseline = ? and l.source = any(?) order by l.source, l.type, l.target",
        baseline.number(),
        keys.toArray(String[]::new));
  }

  /// The links that reach a record, at most `limit`.
  public List<TracedLink> to(Baseline baseline, RecordKey key, int limit) {
    return links(
        baseline,
        LINKS + " where l.baseline = ? and l.target = ? order by l.type, l.source limit ?",
        baseline.number(),
        key.toString(),
        limit);
  }

  /// A link whose ends are still keys.
  private record Ends(
      String source,
      String type,
      String target,
      int revision,
      @Nullable String note,
      Soundness soundness) {}

  private List<TracedLink> links(Baseline baseline, String sql, Object... parameters) {
    List<Ends> found = database.list(sql, PublishedRecords::ends, parameters);
    Map<String, RecordHead> heads =
        heads(
            baseline,
            found.stream().flatMap(l -> Stream.of(l.source(), l.target())).distinct().toList());
    return found.stream()
        .map(
            l ->
                new TracedLink(
                    java.util.Objects.requireNonNull(heads.get(l.source())),
                    l.type(),
                    java.util.Objects.requireNonNull(heads.get(l.target())),
                    l.revision(),
                    l.note(),
                    l.soundness()))
        .toList();
  }

  private static Ends ends(ResultSet row) throws SQLException {
    return new Ends(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        Soundness.valueOf(row.getString(6)));
  }

  /// Reads a row of [#HEAD].
  static RecordHead head(ResultSet row) throws SQLException {
    String parent = row.getString(7);
    return new RecordHead(
        RecordKey.of(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        parent == null ? null : RecordKey.of(parent),
        row.getBoolean(8),
        row.getString(9));
  }

  /// Reads a row of [#RECORD].
  static PublishedRecord record(ResultSet row, CatalogueSchema schema) throws SQLException {
    RecordHead head = head(row);
    RecordType type = schema.typeOf(head.type());
    Content content = Content.parse(CanonicalJson.parse(row.getString(10)));
    return new PublishedRecord(
        head,
        type,
        Attributes.stored(inOrder(type, content.attributes().json())),
        content.links(),
        row.getString(11));
  }

  /// The values in the order of the type: the canonical form has one of its own.
  private static ObjectNode inOrder(RecordType type, ObjectNode values) {
    ObjectNode ordered = values.objectNode();
    for (Attribute attribute : type.attributes()) {
      JsonNode value = values.get(attribute.name());
      if (value != null) {
        ordered.set(attribute.name(), value);
      }
    }
    return ordered;
  }
}
