package org.seccatalogue.revision;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.schema.Workflow;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The draft as it is at one moment, for whoever reads much of it and must not see it change.
@ApplicationScoped
public class DraftSnapshot {

  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int AT_ONCE = 1000;

  /// Paths consist of hexadecimal digits and dots.
  private static final String BEHIND_ALL = "g";

  private static final Command ONE_MOMENT =
      Command.of("set transaction isolation level repeatable read read only");
  private static final Query<Known> STANDING =
      Query.of(
          Known.class,
          """
          select r.type, r.stage, r.changed_at, r.key, encode(v.digest, 'hex') as digest
          from record r join revision v on v.key = r.key and v.number = r.revision
          where r.path = :root or (r.path > :from and r.path < :to) order by r.path
          """);

  private static final Query<Found> MATCHING =
      Query.of(
          Found.class,
          """
          select r.key from record r
          where (r.path = :root or (r.path > :from and r.path < :to))
          and (r.attributes::text like any(cast(:written as text[]))
            or lower(r.attributes::text) like any(cast(:small as text[]))
            or exists (
              select from link l
              where l.source = r.key and (l.target like any(cast(:written as text[]))
                or l.note like any(cast(:written as text[]))
                or lower(l.note) like any(cast(:small as text[])))))
          and r.path > :after order by r.path limit :limit
          """);

  private static final Query<String> BEHIND =
      Query.of(
          String.class,
          "select path from record where path > :from and path < :to"
              + " order by path offset :records limit 1");

  /// For each stage the index tells at once whether anything is at it.
  private static final Query<String> STAGES =
      Query.of(
          String.class,
          """
          select s.code from unnest(cast(:stages as text[])) s (code) where exists (
            select from record r where r.stage = s.code and r.path > :from and r.path < :to
              and r.type = any(:types))
          """);

  private record Found(String key) {}

  private record Known(String type, String stage, Instant changedAt, String key, String digest) {}

  private final CatalogueSchema schema;
  private final RecordRepository rows;
  private final Records records;
  private final Session database;

  DraftSnapshot(CatalogueSchema schema, RecordRepository rows, Records records, Session database) {
    this.schema = schema;
    this.rows = rows;
    this.records = records;
    this.database = database;
  }

  /// What is known of a section with all that stands below it.
  ///
  /// @param requirements how many requirements are not withdrawn
  /// @param stages how many of them are at each stage
  /// @param lastChange when one of its records last changed
  /// @param digest SHA-256 over the keys and digests of its revisions in the order of the outline
  public record Facts(
      int requirements, SortedMap<String, Integer> stages, Instant lastChange, String digest) {}

  /// Work that sees one moment of the draft.
  public void read(Runnable work) {
    QuarkusTransaction.requiringNew()
        .timeout((int) LONGEST.toSeconds())
        .run(
            () -> {
              ONE_MOMENT.run(database);
              work.run();
            });
  }

  /// A heading and those below it, each before its own, as headings of the outline.
  public List<StoredRecord> headings(RecordHead root) {
    List<String> types =
        Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
            .flatMap(kind -> schema.namesOf(kind).stream())
            .toList();
    return records.of(
        rows.list(
            "type in ?1 and (path = ?2 or (path > ?3 and path < ?4)) order by path",
            types,
            root.path(),
            root.path() + ".",
            root.path() + "/"));
  }

  /// What a heading stands below, the nearest first.
  public List<StoredRecord> above(RecordHead heading) {
    return records.of(rows.list("path in ?1 order by path desc", heading.pathsAbove()));
  }

  /// The heads of all records of some types below a heading, at any depth.
  public List<RecordHead> heads(RecordHead root, List<String> types) {
    return rows
        .list(
            "path > ?1 and path < ?2 and type in ?3 order by path",
            root.path() + ".",
            root.path() + "/",
            types)
        .stream()
        .map(records::head)
        .toList();
  }

  /// The stages of the requirements below a heading.
  public List<String> stages(RecordHead root) {
    return STAGES
        .with("stages", schema.workflow().stages().stream().map(Workflow.Stage::code).toList())
        .with("from", root.path() + ".")
        .with("to", root.path() + "/")
        .with("types", schema.namesOf(TypeKind.REQUIREMENT))
        .list(database);
  }

  /// The requirements below a heading that wait beside the way to approval.
  public List<RecordKey> waiting(RecordHead root) {
    return rows
        .list(
            "path > ?1 and path < ?2 and type in ?3 and stage in ?4 order by path",
            root.path() + ".",
            root.path() + "/",
            schema.namesOf(TypeKind.REQUIREMENT),
            schema.workflow().codes(Workflow.StageKind.SIDE))
        .stream()
        .map(row -> records.head(row).key())
        .toList();
  }

  /// The next records of some types below a heading, but not below one of its own headings.
  ///
  /// @param headings those below it
  /// @param after path of the last record that was read, if one was
  public List<StoredRecord> below(
      RecordHead heading,
      List<RecordHead> headings,
      List<String> types,
      @Nullable String after,
      int limit) {
    String from = after == null ? heading.path() + "." : after;
    List<RecordEntity> found = new ArrayList<>();
    for (RecordHead next : headings) {
      if (next.isBelow(heading) && (next.path() + "/").compareTo(from) > 0) {
        found.addAll(between(from, next.path(), types, limit - found.size()));
        from = next.path() + "/";
      }
      if (found.size() == limit) {
        break;
      }
    }
    if (found.size() < limit) {
      found.addAll(between(from, heading.path() + "/", types, limit - found.size()));
    }
    List<StoredRecord> stored = records.of(found);
    database.clear();
    return stored;
  }

  private List<RecordEntity> between(String from, String to, List<String> types, int limit) {
    return from.compareTo(to) >= 0 || types.isEmpty()
        ? List.of()
        : rows.find("path > ?1 and path < ?2 and type in ?3 order by path", from, to, types)
            .page(0, limit)
            .list();
  }

  /// The next records of the whole draft, in the order of the outline.
  ///
  /// @param after path of the last record that was read; empty for the first ones
  public List<StoredRecord> all(String after, int limit) {
    List<StoredRecord> stored =
        records.of(rows.find("path > ?1 order by path", after).page(0, limit).list());
    database.clear();
    return stored;
  }

  /// All records of some types, in the order of the outline.
  public List<StoredRecord> all(List<String> types) {
    return types.isEmpty() ? List.of() : records.of(rows.list("type in ?1 order by path", types));
  }

  /// The path of the record behind so many others below a heading, if there is one.
  public Optional<String> behind(RecordHead heading, int records) {
    return BEHIND
        .with("from", heading.path() + ".")
        .with("to", heading.path() + "/")
        .with("records", records)
        .list(database)
        .stream()
        .findFirst();
  }

  /// Records that hold a text, or whose links lead to a key or have a note that does.
  public List<StoredRecord> matching(Candidates wanted) {
    if (wanted.isOfNothing()) {
      return List.of();
    }
    List<String> keys =
        MATCHING
            .with("root", wanted.chapter().path())
            .with("from", wanted.chapter().path() + ".")
            .with("to", wanted.until())
            .with("written", wanted.filter().asWritten())
            .with("small", wanted.filter().small())
            .with("after", wanted.after())
            .with("limit", wanted.limit())
            .list(database)
            .stream()
            .map(Found::key)
            .toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    List<StoredRecord> stored = records.of(rows.list("key in ?1 order by path", keys));
    database.clear();
    return stored;
  }

  /// What is known of the whole draft.
  public Facts facts() {
    return facts("", "", BEHIND_ALL);
  }

  /// What is known of a section.
  public Facts facts(RecordHead root) {
    return facts(root.path(), root.path() + ".", root.path() + "/");
  }

  private Facts facts(String root, String from, String to) {
    FactsOf facts = new FactsOf(schema);
    Query<Known> asked = STANDING.with("root", root).with("from", from).with("to", to);
    database.doWork(
        connection -> asked.each(connection, AT_ONCE, rows -> rows.forEach(facts::add)));
    return facts.all();
  }

  /// What is gathered of the records of a section, one after another.
  private static final class FactsOf {

    private final List<String> requirements;
    private final String withdrawn;
    private final SortedMap<String, Integer> stages = new TreeMap<>();
    private final MessageDigest digest = sha256();
    private Instant last = Instant.EPOCH;

    FactsOf(CatalogueSchema schema) {
      this.requirements = schema.namesOf(TypeKind.REQUIREMENT);
      this.withdrawn = schema.workflow().withdrawn();
    }

    void add(Known record) {
      last = record.changedAt().isAfter(last) ? record.changedAt() : last;
      digest.update((record.key() + " " + record.stage() + " ").getBytes(StandardCharsets.UTF_8));
      digest.update(HexFormat.of().parseHex(record.digest()));
      if (requirements.contains(record.type()) && !record.stage().equals(withdrawn)) {
        stages.merge(record.stage(), 1, Integer::sum);
      }
    }

    Facts all() {
      int count = stages.values().stream().mapToInt(Integer::intValue).sum();
      return new Facts(count, stages, last, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
