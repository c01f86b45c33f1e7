package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.sql.Query;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TraceReport;
import org.seccatalogue.trace.TracedLink;

/// Follows links through the store.
@ApplicationScoped
public class Traces {

  /// A link with what is needed to tell how sound it is.
  private static final String LINKS =
      """
      select l.source, l.type, l.target, l.target_revision, l.note,
        (l.target_revision <> t.revision and pinned.digest is distinct from now.digest) as changed,
        t.stage = :withdrawn as withdrawn
      from link l
      join record t on t.key = l.target
      join revision now on now.key = t.key and now.number = t.revision
      left join revision pinned on pinned.key = t.key and pinned.number = l.target_revision
      """;

  private static final Query<Found> LEAVING =
      Query.of(
          Found.class, LINKS + " where l.source = any(:keys) order by l.source, l.type, l.target");
  private static final Query<Found> REACHING =
      Query.of(
          Found.class, LINKS + " where l.target = :key order by l.type, l.source limit :limit");

  private static final Query<Ends> ENDS =
      Query.of(
          Ends.class,
          "select distinct source, target from link where target = any(:keys) order by 2, 1");

  /// Two records, of which one links to the other.
  public record Ends(RecordKey source, RecordKey target) {}

  private static final String WHERE_SUSPECT =
      """
      where s.stage <> :withdrawn and (t.stage = :withdrawn
        or (l.target_revision <> t.revision and pinned.digest is distinct from now.digest))
      """;
  private static final Query<Found> SUSPECTS =
      Query.of(
          Found.class,
          LINKS
              + " join record s on s.key = l.source "
              + WHERE_SUSPECT
              + " order by s.path, l.type, l.target limit :limit");
  private static final Query<Integer> SUSPECT_COUNT =
      Query.of(
          Integer.class,
          """
          select cast(count(*) as integer)
          from link l join record t on t.key = l.target join record s on s.key = l.source
          left join revision pinned on pinned.key = t.key and pinned.number = l.target_revision
          left join revision now on now.key = t.key and now.number = t.revision
          """
              + WHERE_SUSPECT);
  private static final Query<Integer> LINK_COUNT =
      Query.of(Integer.class, "select cast(count(*) as integer) from link");

  private static final String COUNT = "select cast(count(*) as integer) ";

  private static final String LEAF_CLAUSES =
      """
      from record c where c.type = any(:clauses) and c.stage <> :withdrawn
        and not exists (select 1 from record below where below.parent = c.key
          and below.type = any(:clauses))
      """;
  private static final String UNCOVERED =
      LEAF_CLAUSES
          + """
            and not exists (select 1 from link l join record s on s.key = l.source
              where l.target = c.key and l.type = any(:derivations)
                and s.type = any(:requirements) and s.stage <> :withdrawn)
          """;
  private static final Query<Integer> CLAUSE_COUNT = Query.of(Integer.class, COUNT + LEAF_CLAUSES);
  private static final Query<Integer> UNCOVERED_COUNT = Query.of(Integer.class, COUNT + UNCOVERED);
  private static final Query<String> UNCOVERED_KEYS =
      Query.of(String.class, "select c.key " + UNCOVERED + " order by c.path limit :limit");

  private static final String REQUIREMENTS =
      " from record r where r.type = any(:requirements) and r.stage <> :withdrawn";
  private static final String ORPHANS =
      REQUIREMENTS
          + """
            and not exists (select 1 from link l
              where l.source = r.key and l.type = any(:derivations))
          """;
  private static final Query<Integer> REQUIREMENT_COUNT =
      Query.of(Integer.class, COUNT + REQUIREMENTS);
  private static final Query<Integer> ORPHAN_COUNT = Query.of(Integer.class, COUNT + ORPHANS);
  private static final Query<String> ORPHAN_KEYS =
      Query.of(String.class, "select r.key " + ORPHANS + " order by r.path limit :limit");

  /// A link as it was found.
  ///
  /// @param changed whether its target has other words than when it was made
  private record Found(
      String source,
      String type,
      String target,
      int targetRevision,
      @Nullable String note,
      boolean changed,
      boolean withdrawn) {}

  /// How often the draft changed: each change of words, stages, places and numbers adds a row
  /// to one of these, and none is ever taken away.
  private static final Query<Long> CHANGES =
      Query.of(
          Long.class,
          """
          select (select count(*) from revision) + (select count(*) from stage_move)
            + (select count(*) from place_move) + (select count(*) from reference_change)
          """);

  /// A report, and how often the draft had changed.
  private record Reported(long changes, int limit, TraceReport report) {}

  private final CatalogueSchema schema;
  private final Records records;
  private final Session database;
  private volatile @Nullable Reported last;

  Traces(CatalogueSchema schema, Records records, Session database) {
    this.schema = schema;
    this.records = records;
    this.database = database;
  }

  /// The links that leave a record.
  @Transactional
  public List<TracedLink> from(RecordKey key) {
    return links(LEAVING.with("keys", List.of(key.toString())));
  }

  /// The links that leave each of several records.
  @Transactional
  public Map<RecordKey, List<TracedLink>> from(Collection<RecordKey> keys) {
    return keys.isEmpty()
        ? Map.of()
        : links(LEAVING.with("keys", keys.stream().map(RecordKey::toString).toList())).stream()
            .collect(Collectors.groupingBy(link -> link.source().key()));
  }

  /// The links that reach a record, at most `limit`.
  @Transactional
  public List<TracedLink> to(RecordKey key, int limit) {
    return links(REACHING.with("key", key.toString()).with("limit", limit));
  }

  /// Where the trace has gaps, with at most `limit` entries in each list. It goes through all
  /// links, and so is made once for each state of the draft.
  @Transactional
  public TraceReport report(int limit) {
    long changes = CHANGES.only(database);
    Reported before = last;
    if (before != null && before.changes() == changes && before.limit() == limit) {
      return before.report();
    }
    TraceReport report = made(limit);
    if (CHANGES.only(database) == changes) {
      last = new Reported(changes, limit, report);
    }
    return report;
  }

  private TraceReport made(int limit) {
    return new TraceReport(
        ofClauses(CLAUSE_COUNT).only(database),
        derived(ofRequirements(ofClauses(UNCOVERED_COUNT))).only(database),
        heads(derived(ofRequirements(ofClauses(UNCOVERED_KEYS))).with("limit", limit)),
        ofRequirements(valid(REQUIREMENT_COUNT)).only(database),
        derived(ofRequirements(valid(ORPHAN_COUNT))).only(database),
        heads(derived(ofRequirements(valid(ORPHAN_KEYS))).with("limit", limit)),
        LINK_COUNT.only(database),
        valid(SUSPECT_COUNT).only(database),
        links(SUSPECTS.with("limit", limit)));
  }

  private <T> Query<T> valid(Query<T> query) {
    return query.with("withdrawn", schema.workflow().withdrawn());
  }

  private <T> Query<T> ofClauses(Query<T> query) {
    return valid(query).with("clauses", schema.namesOf(TypeKind.CLAUSE));
  }

  private <T> Query<T> ofRequirements(Query<T> query) {
    return query.with("requirements", schema.namesOf(TypeKind.REQUIREMENT));
  }

  private <T> Query<T> derived(Query<T> query) {
    return query.with("derivations", schema.derivations());
  }

  private List<RecordHead> heads(Query<String> query) {
    List<String> keys = query.list(database);
    Map<String, RecordHead> byKey = heads(new HashSet<>(keys));
    return keys.stream().map(byKey::get).toList();
  }

  private List<TracedLink> links(Query<Found> query) {
    List<Found> found = valid(query).list(database);
    Set<String> ends = new HashSet<>();
    found.forEach(link -> ends.addAll(List.of(link.source(), link.target())));
    Map<String, RecordHead> heads = heads(ends);
    return found.stream().map(link -> link(link, heads)).toList();
  }

  private Map<String, RecordHead> heads(Set<String> keys) {
    return records.heads("where r.key = any(:keys)").with("keys", keys).list(database).stream()
        .collect(Collectors.toMap(head -> head.key().toString(), head -> head));
  }

  private static TracedLink link(Found found, Map<String, RecordHead> heads) {
    return new TracedLink(
        Objects.requireNonNull(heads.get(found.source())),
        found.type(),
        Objects.requireNonNull(heads.get(found.target())),
        found.targetRevision(),
        found.note(),
        Soundness.of(found.changed(), found.withdrawn()));
  }

  /// The links that lead to any of some records, once for each pair.
  @Transactional
  public List<Ends> endsAt(Collection<RecordKey> targets) {
    return targets.isEmpty()
        ? List.of()
        : ENDS.with("keys", targets.stream().map(RecordKey::toString).toList()).list(database);
  }
}
