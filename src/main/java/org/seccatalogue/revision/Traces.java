package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
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

  private static final String SUSPECTS =
      """
      from link l join record t on t.key = l.target join record s on s.key = l.source
      left join revision pinned on pinned.key = t.key and pinned.number = l.target_revision
      left join revision now on now.key = t.key and now.number = t.revision
      where s.stage <> :withdrawn and (t.stage = :withdrawn
        or (l.target_revision <> t.revision and pinned.digest is distinct from now.digest))
      """;

  private static final String UNCOVERED =
      """
      from record c where c.type in (:clauses) and c.stage <> :withdrawn
        and not exists (select 1 from record below where below.parent = c.key
          and below.type in (:clauses))
        and not exists (select 1 from link l join record s on s.key = l.source
          where l.target = c.key and l.type in (:derivations) and s.type in (:requirements) and s.stage <> :withdrawn)
      """;

  private static final String ORPHANS =
      """
      from record r where r.type in (:requirements) and r.stage <> :withdrawn
        and not exists (select 1 from link l
          where l.source = r.key and l.type in (:derivations))
      """;

  /// How often the draft changed: each change of words, stages and places adds a row to one of
  /// these, and none is ever taken away.
  private static final Query<Long> CHANGES =
      Query.of(
          Long.class,
          """
          select (select count(*) from revision) + (select count(*) from stage_move)
            + (select count(*) from place_move)
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
    return links(LINKS + " where l.source = :key order by l.type, l.target", of(key), null);
  }

  /// The links that leave each of several records.
  @Transactional
  public Map<RecordKey, List<TracedLink>> from(Collection<RecordKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return links(
            LINKS + " where l.source = any(:keys) order by l.source, l.type, l.target",
            query ->
                query.setParameter(
                    "keys", keys.stream().map(RecordKey::toString).toArray(String[]::new)),
            null)
        .stream()
        .collect(Collectors.groupingBy(link -> link.source().key()));
  }

  /// The links that reach a record, at most `limit`.
  @Transactional
  public List<TracedLink> to(RecordKey key, int limit) {
    String order = " where l.target = :key order by l.type, l.source limit " + limit;
    return links(LINKS + order, of(key), null);
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
        count(
            "from record c where c.type in (:clauses) and c.stage <> :withdrawn and not exists"
                + " (select 1 from record b where b.parent = c.key and b.type in (:clauses))"),
        count(UNCOVERED),
        heads("select c.key " + UNCOVERED + " order by c.path", limit),
        count("from record r where r.type in (:requirements) and r.stage <> :withdrawn"),
        count(ORPHANS),
        heads("select r.key " + ORPHANS + " order by r.path", limit),
        count("from link"),
        count(SUSPECTS),
        links(
            LINKS
                + " join record s on s.key = l.source where s.stage <> :withdrawn"
                + " and (t.stage = :withdrawn or (l.target_revision <> t.revision"
                + " and pinned.digest is distinct from now.digest))"
                + " order by s.path, l.type, l.target",
            _ -> {},
            limit));
  }

  private int count(String from) {
    return bound(database.createNativeQuery("select count(*) " + from, Long.class), from)
        .getSingleResult()
        .intValue();
  }

  private List<RecordHead> heads(String select, int limit) {
    List<String> keys =
        bound(database.createNativeQuery(select + " limit " + limit, String.class), select)
            .getResultList();
    Map<String, RecordHead> byKey = heads(new HashSet<>(keys));
    return keys.stream().map(byKey::get).toList();
  }

  private <T> org.hibernate.query.NativeQuery<T> bound(
      org.hibernate.query.NativeQuery<T> query, String sql) {
    Map<String, List<String>> lists =
        Map.of(
            "clauses", schema.namesOf(TypeKind.CLAUSE),
            "requirements", schema.namesOf(TypeKind.REQUIREMENT),
            "derivations", schema.derivations());
    lists.forEach(
        (name, values) -> {
          if (sql.contains(":" + name)) {
            query.setParameterList(name, values);
          }
        });
    if (sql.contains(":withdrawn")) {
      query.setParameter("withdrawn", schema.workflow().withdrawn());
    }
    return query;
  }

  private static Consumer<NativeQuery<?>> of(RecordKey key) {
    return query -> query.setParameter("key", key.toString());
  }

  private List<TracedLink> links(
      String sql, Consumer<NativeQuery<?>> binding, @Nullable Integer limit) {
    var query =
        database
            .createNativeQuery(limit == null ? sql : sql + " limit " + limit, Object[].class)
            .setParameter("withdrawn", schema.workflow().withdrawn());
    binding.accept(query);
    List<Object[]> found = query.getResultList();
    Set<String> ends = new HashSet<>();
    found.forEach(row -> ends.addAll(List.of((String) row[0], (String) row[2])));
    Map<String, RecordHead> heads = heads(ends);
    return found.stream().map(row -> link(row, heads)).toList();
  }

  private Map<String, RecordHead> heads(Set<String> keys) {
    List<RecordHead> found =
        database.doReturningWork(
            connection -> records.heads(connection, "where r.key = any(?)", List.copyOf(keys)));
    Map<String, RecordHead> heads = new HashMap<>();
    found.forEach(head -> heads.put(head.key().toString(), head));
    return heads;
  }

  private static TracedLink link(Object[] row, Map<String, RecordHead> heads) {
    return new TracedLink(
        java.util.Objects.requireNonNull(heads.get((String) row[0])),
        (String) row[1],
        java.util.Objects.requireNonNull(heads.get((String) row[2])),
        ((java.lang.Number) row[3]).intValue(),
        (String) row[4],
        Soundness.of((Boolean) row[5], (Boolean) row[6]));
  }
}
