package org.seccatalogue.baseline.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicDatabase;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Query;
import org.seccatalogue.trace.LinkFilter;
import org.seccatalogue.trace.WantedLinks;

/// What became of the records between two baselines: in either order, of any two. The database
/// finds the records that differ by their digests, stages and places, and only those are read.
@ApplicationScoped
public class BaselineDiff {

  private static final int BATCH = 200;

  /// Every record that came, went, changed or moved. Contents hold the parent, which is a place.
  /// What one of the two does not publish is no change, nor is what it was not made of, unless it
  /// says that the record was withdrawn.
  private static final String CHANGES =
      """
      with a as (select * from entry where baseline = :older),
      b as (select * from entry where baseline = :newer),
      change as (
        select coalesce(b.key, a.key) as key, coalesce(b.type, a.type) as type,
          coalesce(b.path, a.path) as path, a.path as old_path, b.path as new_path,
          case
            when a.key is null then case when b.type = any(:coming) then 'ADDED' end
            when b.key is null then case when a.type = any(:going) or exists (
              select from withdrawn_record w where w.baseline = :newer and w.key = a.key)
              then 'REMOVED' end
            when a.stage <> b.stage or (a.digest <> b.digest
              and (select without_withheld(c.content::jsonb, cast(:withheld as jsonb)) - 'parent'
                  from content c where c.digest = a.digest)
                <> (select without_withheld(c.content::jsonb, cast(:withheld as jsonb)) - 'parent'
                  from content c where c.digest = b.digest))
              then 'CHANGED'
            when a.parent is distinct from b.parent or a.key = any(:reordered) then 'MOVED'
          end as kind
        from a full join b on a.key = b.key
        where a.key is null or b.key is null or a.digest <> b.digest or a.stage <> b.stage
          or a.key = any(:reordered))
      """;

  /// Of a section and what is about it, with some links: in either baseline.
  private static final String ASKED_FOR =
      """
      and (cardinality(cast(:sections as text[])) = 0 or exists (
        select from unnest(cast(:sections as text[])) section
        where section in (old_path, new_path) or starts_with(old_path, section || '.')
          or starts_with(new_path, section || '.'))
        or type = any(cast(:sayingTypes as text[])) and exists (
        select from entry e join content c on c.digest = e.digest
        join unnest(cast(:sayingTypes as text[]), cast(:saying as text[]))
          said (type, attribute) on said.type = e.type
        cross join lateral jsonb_path_query(
          c.content::jsonb -> 'attributes' -> said.attribute, '$[*]') named (key)
        join entry about on about.baseline = e.baseline
          and about.key = named.key #>> '{}'
        join unnest(cast(:sections as text[])) section (path)
          on about.path = section.path
          or starts_with(about.path, section.path || '.')
        where e.key = change.key and e.baseline in (:older, :newer)))
      and not exists (
        select from unnest(cast(:linkTypes as text[])) wanted (type)
        where not exists (select from link l
          where l.baseline in (:older, :newer) and l.type = wanted.type
            and (l.source = change.key and (l.type, l.target) in (
                select * from unnest(cast(:linkTypes as text[]),
                  cast(:linkTargets as text[])))
              or l.target = change.key and (l.type, l.source) in (
                select * from unnest(cast(:symmetric as text[]),
                  cast(:symmetricTargets as text[]))))))
      """;

  /// How many of these there are of each kind and type.
  private static final Query<Count> COUNTS =
      Query.of(
          Count.class,
          CHANGES
              + " select kind, type, count(*) as records from change where kind is not null "
              + ASKED_FOR
              + " group by 1, 2");

  /// Those that a query asks for, behind its cursor.
  private static final Query<Row> ROWS =
      Query.of(
          Row.class,
          CHANGES
              + """
              select key, path, kind from change
              where kind is not null and (path, key) > (:path, :key)
                and (cast(:type as text) is null or type = :type)
                and (cast(:kind as text) is null or kind = :kind)
              """
              + ASKED_FOR
              + " order by path, key limit cast(:limit as integer)");

  private final PublicDatabase database;
  private final Published published;
  private final PublishedRecords records;
  private final Siblings siblings;

  BaselineDiff(
      PublicDatabase database, Published published, PublishedRecords records, Siblings siblings) {
    this.database = database;
    this.published = published;
    this.records = records;
    this.siblings = siblings;
  }

  /// What is not compared, in words: what one of two baselines does not publish, or was not made
  /// of.
  public static List<String> notCompared(Baseline older, Baseline newer) {
    return new Comparability(older, newer).words();
  }

  /// A question about two baselines, and in what they are compared.
  private <T> Query<T> between(Query<T> asked, Baseline older, Baseline newer) {
    Comparability compared = new Comparability(older, newer);
    List<RecordType> types = types(older, newer);
    return asked
        .with("older", older.number())
        .with("newer", newer.number())
        .with("withheld", compared.withheld().json(types))
        .with("coming", compared.coming(types))
        .with("going", compared.going(types));
  }

  /// How many records of each type came, went, changed and moved, in the order of the kinds and of
  /// the types.
  public List<ChangeCount> counts(Baseline older, Baseline newer) {
    return counts(older, newer, ChangeQuery.all(1));
  }

  /// The same of those in the section and with the links that a query asks for, of whatever kind
  /// and type; none where it is wrong.
  public List<ChangeCount> counts(Baseline older, Baseline newer, ChangeQuery query) {
    List<Finding> findings = new ArrayList<>();
    ChangeQuestion.Read read = read(older, newer, query, findings);
    if (!findings.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> counts = new HashMap<>();
    database
        .list(
            asking(COUNTS, older, newer, read).with("reordered", siblings.reordered(older, newer)))
        .forEach(count -> counts.put(count.kind().name() + count.type(), count.records()));
    return ChangeCount.inOrder(types(older, newer), counts);
  }

  /// The record types of both baselines: those of the newer one, then what only the older one has.
  public List<RecordType> types(Baseline older, Baseline newer) {
    Map<String, RecordType> types = new LinkedHashMap<>();
    Stream.of(newer, older)
        .flatMap(baseline -> published.schema(baseline).types().stream())
        .forEach(type -> types.putIfAbsent(type.name(), type));
    return List.copyOf(types.values());
  }

  /// A page of the changes, in the order of the outline.
  public ChangePage page(Baseline older, Baseline newer, ChangeQuery query) {
    List<Finding> findings = new ArrayList<>();
    ChangeQuestion.Read read = read(older, newer, query, findings);
    return findings.isEmpty() ? page(older, newer, query, read) : new ChangePage.Refused(findings);
  }

  private ChangeQuestion.Read read(
      Baseline older, Baseline newer, ChangeQuery query, List<Finding> findings) {
    return new ChangeQuestion(published, records, older, newer)
        .read(query, types(older, newer), findings);
  }

  /// Gives all changes that a query asks for, which must not be wrong, a few at a time: the
  /// baselines are compared once.
  public void each(
      Baseline older, Baseline newer, ChangeQuery query, Consumer<RecordChange> reader) {
    List<Finding> findings = new ArrayList<>();
    ChangeQuestion.Read read = read(older, newer, query, findings);
    if (!findings.isEmpty()) {
      throw new IllegalStateException(findings.toString());
    }
    List<String> reordered = siblings.reordered(older, newer);
    Set<String> moved = Set.copyOf(reordered);
    database.each(
        rows(older, newer, query, read).with("reordered", reordered),
        BATCH,
        rows -> changes(older, newer, rows, moved).forEach(reader));
  }

  /// Gives all changes.
  public void each(Baseline older, Baseline newer, Consumer<RecordChange> reader) {
    each(older, newer, ChangeQuery.all(BATCH), reader);
  }

  /// A record of which something became.
  private record Row(String key, String path, ChangeKind kind) {}

  private record Count(ChangeKind kind, String type, int records) {}

  private ChangePage page(
      Baseline older, Baseline newer, ChangeQuery query, ChangeQuestion.Read read) {
    List<String> reordered = siblings.reordered(older, newer);
    List<Row> rows =
        database.list(
            rows(older, newer, query, read)
                .with("reordered", reordered)
                .with("limit", query.limit() + 1));
    List<Row> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
    Row last = rows.size() > shown.size() ? shown.getLast() : null;
    return new ChangePage.Page(
        changes(older, newer, shown, Set.copyOf(reordered)),
        last == null
            ? null
            : query
                .binding(older, newer)
                .cursor(new ChangeQuestion.Position(last.path(), last.key()).text()));
  }

  /// An attribute by which records of a type say what they are about.
  private record About(String type, String attribute) {}

  private static Stream<About> saying(RecordType type) {
    return Stream.of(AttributeRole.CONCERNS, AttributeRole.SERVES)
        .flatMap(role -> type.playing(role).stream())
        .map(attribute -> new About(type.name(), attribute.name()));
  }

  /// The records that a query asks for, in order, behind its cursor, without an end.
  private Query<Row> rows(
      Baseline older, Baseline newer, ChangeQuery query, ChangeQuestion.Read read) {
    return asking(ROWS, older, newer, read)
        .with("path", read.after().path())
        .with("key", read.after().key())
        .with("type", query.type())
        .with("kind", query.kind())
        .with("limit", null);
  }

  /// A question about changes of a section with some links.
  private <T> Query<T> asking(
      Query<T> asked, Baseline older, Baseline newer, ChangeQuestion.Read read) {
    List<LinkFilter> links = WantedLinks.pairs(read.links(), false);
    List<LinkFilter> symmetric = WantedLinks.pairs(read.links(), true);
    List<About> saying = types(older, newer).stream().flatMap(BaselineDiff::saying).toList();
    return between(asked, older, newer)
        .with("sections", read.sections())
        .with("sayingTypes", saying.stream().map(About::type).toList())
        .with("saying", saying.stream().map(About::attribute).toList())
        .with("linkTypes", links.stream().map(LinkFilter::type).toList())
        .with("linkTargets", links.stream().map(LinkFilter::target).toList())
        .with("symmetric", symmetric.stream().map(LinkFilter::type).toList())
        .with("symmetricTargets", symmetric.stream().map(LinkFilter::target).toList());
  }

  private List<RecordChange> changes(
      Baseline older, Baseline newer, List<Row> rows, Set<String> reordered) {
    List<String> keys = rows.stream().map(Row::key).toList();
    Map<String, PublishedRecord> old = records(older, keys);
    Map<String, PublishedRecord> now = records(newer, keys);
    Set<String> named = new TreeSet<>();
    Stream.of(old, now)
        .flatMap(map -> map.values().stream())
        .forEach(record -> named.addAll(record.names()));
    Map<String, WithdrawnRecord> withdrawn = records.withdrawn(newer, keys);
    withdrawn.values().forEach(r -> Stream.ofNullable(r.replacement()).forEach(named::add));
    RecordComparison comparison =
        new RecordComparison(
            published.schema(older),
            published.schema(newer),
            records.heads(older, named),
            records.heads(newer, named),
            reordered,
            withdrawn,
            new Comparability(older, newer).withheld());
    return rows.stream().map(row -> change(row, old, now, comparison)).toList();
  }

  private static RecordChange change(
      Row row,
      Map<String, PublishedRecord> old,
      Map<String, PublishedRecord> now,
      RecordComparison comparison) {
    return switch (row.kind()) {
      case ADDED -> comparison.added(of(now, row));
      case REMOVED -> comparison.removed(of(old, row));
      case CHANGED -> comparison.changed(of(old, row), of(now, row));
      case MOVED -> comparison.moved(of(old, row), of(now, row));
    };
  }

  private static PublishedRecord of(Map<String, PublishedRecord> records, Row row) {
    return Objects.requireNonNull(records.get(row.key()));
  }

  private Map<String, PublishedRecord> records(Baseline baseline, List<String> keys) {
    return records.all(baseline, keys).stream()
        .collect(Collectors.toMap(record -> record.key().toString(), record -> record));
  }
}
