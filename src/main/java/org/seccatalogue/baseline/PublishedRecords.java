package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.ReferenceUse;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.sql.Query;
import org.seccatalogue.sql.Sql;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TracedLink;

/// The records of a baseline, their outline and their links.
@ApplicationScoped
public class PublishedRecords {

  private static final Query<EntryRow> BY_KEY =
      EntryRow.where("e.baseline = :baseline and e.key = :name");
  private static final Query<EntryRow> BY_REFERENCE =
      EntryRow.where("e.baseline = :baseline and e.reference = :name");
  private static final Query<EntryRow> BY_KEYS =
      EntryRow.where("e.baseline = :baseline and e.key = any(:keys)");
  private static final Query<EntryRow> IN_ORDER =
      EntryRow.where("e.baseline = :baseline and e.path > :after order by e.path limit :limit");

  private static final Query<RecordHead> HEADS_OF_TYPES =
      EntryRow.heads("e.baseline = :baseline and e.type = any(:types) order by e.path");
  private static final Query<RecordHead> HEADS_BY_KEYS =
      EntryRow.heads("e.baseline = :baseline and e.key = any(:keys)");
  private static final Query<RecordHead> HEADS_BY_NUMBER =
      EntryRow.heads(
          "e.baseline = :baseline and e.reference like '% / %'"
              + " and regexp_replace(e.reference, '^.* / ', '') = :number order by e.path limit 20");
  private static final Query<RecordHead> HEADS_BY_PATHS =
      EntryRow.heads("e.baseline = :baseline and e.path = any(:paths) order by e.path");

  private static final String WITHDRAWN =
      "select key, reason, replacement from withdrawn_record where baseline = :baseline";
  private static final Query<WithdrawnRecord> ALL_WITHDRAWN =
      Query.of(WithdrawnRecord.class, WITHDRAWN + " order by key");
  private static final Query<WithdrawnRecord> SOME_WITHDRAWN =
      Query.of(WithdrawnRecord.class, WITHDRAWN + " and key = any(:keys) order by key");

  private static final String LINKS =
      "select source, type, target, target_revision, note, soundness from link"
          + " where baseline = :baseline";
  private static final Query<Ends> LINKS_FROM =
      Query.of(Ends.class, LINKS + " and source = any(:keys) order by source, type, target");
  private static final Query<Ends> LINKS_TO =
      Query.of(Ends.class, LINKS + " and target = :key order by type, source limit :limit");

  private final PublicDatabase database;
  private final Published published;
  private final PublishedReferences references;

  PublishedRecords(PublicDatabase database, Published published, PublishedReferences references) {
    this.references = references;
    this.database = database;
    this.published = published;
  }

  /// A record by its key, or by the reference by which people name it.
  public Optional<PublishedRecord> find(Baseline baseline, String keyOrReference) {
    Query<EntryRow> query = RecordKey.parse(keyOrReference).isPresent() ? BY_KEY : BY_REFERENCE;
    return database
        .first(query.with("baseline", baseline.number()).with("name", keyOrReference))
        .map(row -> row.record(published.schema(baseline)));
  }

  /// The record that a name means in a baseline: who has it there; or those that are to be asked
  /// for where it is only the last number of what they are called, of at most 20; or who had it in
  /// earlier baselines.
  public Meant meant(Baseline baseline, String written) {
    // PostgreSQL knows no text with NUL; no record can be called so.
    if (written.indexOf('\0') >= 0) {
      return new Meant.Nobody();
    }
    String name = ReferenceUse.plain(written);
    return find(baseline, name)
        .<Meant>map(record -> new Meant.One(record.head()))
        .orElseGet(() -> byNumberOrBefore(baseline, name));
  }

  private Meant byNumberOrBefore(Baseline baseline, String name) {
    List<RecordHead> paths = pathsTo(baseline, name);
    return paths.isEmpty() ? Meant.byFormer(before(baseline, name)) : Meant.byNumber(paths);
  }

  private List<RecordHead> pathsTo(Baseline baseline, String number) {
    return database
        .list(
            HEADS_BY_NUMBER
                .with("baseline", baseline.number())
                .with("number", Numbering.last(number)))
        .stream()
        .filter(head -> head.name().endsWith(Numbering.BETWEEN + number))
        .toList();
  }

  /// Who had a name before; nobody where the last that had it is there no more, as it was that one
  /// who was called so.
  private List<RecordHead> before(Baseline baseline, String name) {
    List<String> keys =
        references.bearers(baseline, name).stream().map(PublishedReferences.Bearer::key).toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<String, RecordHead> here = heads(baseline, keys);
    return here.containsKey(keys.getFirst())
        ? keys.stream().flatMap(key -> Stream.ofNullable(here.get(key))).toList()
        : List.of();
  }

  /// All headings and clauses in the order of the outline, each before those below it.
  public List<RecordHead> outline(Baseline baseline) {
    return database.list(
        HEADS_OF_TYPES.with("baseline", baseline.number()).with("types", headingTypes(baseline)));
  }

  private List<String> headingTypes(Baseline baseline) {
    CatalogueSchema schema = published.schema(baseline);
    return Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
        .flatMap(kind -> schema.namesOf(kind).stream())
        .toList();
  }

  /// Records in the order of the outline, those behind the path `after`.
  public List<PublishedRecord> inOrder(Baseline baseline, String after, int limit) {
    return records(baseline, IN_ORDER.with("after", after).with("limit", limit));
  }

  /// Records by their keys, in no order.
  public List<PublishedRecord> all(Baseline baseline, Collection<String> keys) {
    return records(baseline, BY_KEYS.with("keys", keys));
  }

  /// Reads records of a baseline, which the query is yet to be told.
  public List<PublishedRecord> records(Baseline baseline, Query<EntryRow> query) {
    return list(baseline, query.with("baseline", baseline.number()));
  }

  private List<PublishedRecord> list(Baseline baseline, Query<EntryRow> query) {
    CatalogueSchema schema = published.schema(baseline);
    return database.list(query).stream().map(row -> row.record(schema)).toList();
  }

  /// Reads records of a baseline.
  ///
  /// @param and what they are besides
  public List<PublishedRecord> records(Baseline baseline, Sql and) {
    return list(
        baseline,
        new Sql()
            .add(EntryRow.RECORD + " where e.baseline = ?", baseline.number())
            .add(and)
            .asking(EntryRow.class));
  }

  /// The heads of records, by their keys.
  public Map<String, RecordHead> heads(Baseline baseline, Collection<String> keys) {
    return database
        .list(HEADS_BY_KEYS.with("baseline", baseline.number()).with("keys", keys))
        .stream()
        .collect(Collectors.toMap(head -> head.key().toString(), head -> head));
  }

  /// The records of earlier baselines that were withdrawn before this one was frozen, in the order
  /// of their keys.
  public List<WithdrawnRecord> withdrawn(Baseline baseline) {
    return database.list(ALL_WITHDRAWN.with("baseline", baseline.number()));
  }

  /// Those of them with these keys, by their keys.
  public Map<String, WithdrawnRecord> withdrawn(Baseline baseline, Collection<String> keys) {
    return database
        .list(SOME_WITHDRAWN.with("baseline", baseline.number()).with("keys", keys))
        .stream()
        .collect(Collectors.toMap(WithdrawnRecord::key, record -> record));
  }

  /// The records above one, from the root down to its parent.
  public List<RecordHead> above(Baseline baseline, RecordHead head) {
    List<String> paths =
        Stream.iterate(head.path(), p -> p.contains("."), p -> p.substring(0, p.lastIndexOf('.')))
            .map(path -> path.substring(0, path.lastIndexOf('.')))
            .toList();
    return database.list(HEADS_BY_PATHS.with("baseline", baseline.number()).with("paths", paths));
  }

  /// The links that leave some records, with both ends.
  public List<TracedLink> from(Baseline baseline, Collection<String> keys) {
    return links(baseline, LINKS_FROM.with("keys", keys));
  }

  /// The links that reach a record, at most `limit`.
  public List<TracedLink> to(Baseline baseline, RecordKey key, int limit) {
    return links(baseline, LINKS_TO.with("key", key.toString()).with("limit", limit));
  }

  /// A link whose ends are still keys.
  private record Ends(
      String source,
      String type,
      String target,
      int targetRevision,
      @Nullable String note,
      Soundness soundness) {}

  private List<TracedLink> links(Baseline baseline, Query<Ends> query) {
    List<Ends> found = database.list(query.with("baseline", baseline.number()));
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
                    l.targetRevision(),
                    l.note(),
                    l.soundness()))
        .toList();
  }
}
