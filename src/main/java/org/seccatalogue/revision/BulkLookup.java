package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.sql.Query;

/// Looks up many records at once, for whoever compares a whole batch with the store. What is looked
/// for comes from files: any of it may be there twice.
@ApplicationScoped
public class BulkLookup {

  private static final Query<Written> REVISIONS =
      Query.of(
          Written.class,
          """
          select r.key, r.number, r.stage, r.content, encode(r.digest, 'hex') as digest, r.made_at, r.made_by, r.note
          from revision r
          join unnest(cast(:keys as text[]), cast(:numbers as integer[])) wanted (key, number)
            on r.key = wanted.key and r.number = wanted.number
          """);
  private static final int EARLIER = 20;
  private static final Query<Written> EARLIER_ONES =
      Query.of(
          Written.class,
          """
          select r.key, r.number, r.stage, r.content, encode(r.digest, 'hex') as digest, r.made_at, r.made_by, r.note
          from record c
          cross join lateral (
            select * from revision r where r.key = c.key and r.number < c.revision
            order by r.number desc limit :most) r
          where c.key = any(:keys)
          order by r.key, r.number desc
          """);
  private static final Query<Owner> OWNERS =
      Query.of(
          Owner.class,
          """
          select encode(digest, 'hex') as digest, key, number from revision
          where encode(digest, 'hex') = any(:digests)
          """);

  /// Without the offset all records are read in order of their keys until two match.
  private static final Query<Candidate> CONTAINING =
      Query.of(
          Candidate.class,
          """
          select wanted.object as wanted, r.key, r.stage = :last as last
          from unnest(cast(:objects as text[])) wanted (object)
          cross join lateral (
            select key, stage from (
              select key, type, stage from record
              where attributes @> cast(wanted.object as jsonb)
              offset 0) matching
            where type = :type order by stage = :last, key limit 2) r
          """);
  private static final Query<DigestOf> DIGESTS =
      Query.of(
          DigestOf.class,
          """
          select r.key, encode(v.digest, 'hex') as digest
          from record r join revision v on v.key = r.key and v.number = r.revision
          where r.key = any(:keys)
          """);
  private static final Query<Counter> COUNTERS =
      Query.of(Counter.class, "select prefix, last from key_counter");

  private record Written(
      RecordKey key,
      int number,
      String stage,
      String content,
      String digest,
      Instant madeAt,
      String madeBy,
      @Nullable String note) {

    Revision revision() {
      return new Revision(key, number, stage, Content.parse(content), digest, madeAt, madeBy, note);
    }
  }

  private record Owner(String digest, RevisionId id) {}

  private record DigestOf(RecordKey key, String digest) {}

  private record Counter(String prefix, int last) {}

  private final Records records;
  private final Session database;
  private final Query<RecordHead> byKey;
  private final Query<RecordHead> byReference;

  BulkLookup(Records records, Session database) {
    this.records = records;
    this.database = database;
    this.byKey = records.heads("where r.key = any(:names)");
    this.byReference = records.heads("where r.reference = any(:names)");
  }

  /// The records with these keys.
  public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
    List<String> texts = keys.stream().map(RecordKey::toString).toList();
    Map<RecordKey, StoredRecord> byKey = new HashMap<>();
    if (!texts.isEmpty()) {
      Query<BulkRows.Read> asked = BulkRows.CURRENT.with("keys", texts);
      database
          .doReturningWork(asked::list)
          .forEach(row -> byKey.put(RecordKey.of(row.spot().key()), records.of(row.current())));
    }
    return byKey;
  }

  /// The revisions with these numbers that there are.
  public Map<RevisionId, Revision> revisions(Collection<RevisionId> wanted) {
    Set<RevisionId> ids = Set.copyOf(wanted);
    return REVISIONS
        .with("keys", ids.stream().map(id -> id.key().toString()).toList())
        .with("numbers", ids.stream().map(RevisionId::number).toArray(Integer[]::new))
        .list(database)
        .stream()
        .map(Written::revision)
        .collect(Collectors.toMap(r -> new RevisionId(r.key(), r.number()), r -> r));
  }

  /// The last revisions of records before the current ones, the newest first.
  public Map<RecordKey, List<Revision>> earlier(Collection<RecordKey> keys) {
    return EARLIER_ONES
        .with("keys", keys.stream().map(RecordKey::toString).toList())
        .with("most", EARLIER)
        .list(database)
        .stream()
        .map(Written::revision)
        .collect(Collectors.groupingBy(Revision::key));
  }

  /// The revisions with these digests, 64 lower-case hexadecimal digits each, as far as there are
  /// any; one of each. Reads all digests: for what went wrong only.
  public Map<String, RevisionId> owners(Collection<String> digests) {
    return OWNERS.with("digests", digests).list(database).stream()
        .collect(Collectors.toMap(Owner::digest, Owner::id, (one, _) -> one));
  }

  /// The records with these keys or references, under the names that were asked for.
  public Map<String, RecordHead> named(Collection<String> names) {
    Map<String, RecordHead> heads = new HashMap<>();
    if (!names.isEmpty()) {
      List<RecordHead> byKeys = heads(byKey, names);
      List<RecordHead> byReferences = heads(byReference, names);
      byKeys.forEach(head -> heads.put(head.key().toString(), head));
      for (RecordHead head : byReferences) {
        heads.putIfAbsent(head.key().toString(), head);
      }
      for (RecordHead head : byReferences) {
        if (head.reference() != null && !isKey(head.reference(), heads)) {
          heads.put(head.reference(), head);
        }
      }
    }
    return heads;
  }

  private List<RecordHead> heads(Query<RecordHead> query, Collection<String> names) {
    return database.doReturningWork(query.with("names", List.copyOf(names))::list);
  }

  /// A reference that looks like a key, which an earlier version let in, names its record only
  /// where no other record has that key.
  private static boolean isKey(String reference, Map<String, RecordHead> heads) {
    RecordHead named = heads.get(reference);
    return named != null && named.key().toString().equals(reference);
  }

  /// For each JSON object the keys of the records of a type whose attributes contain it, at most
  /// two; objects that no record contains are left out.
  public Map<String, List<RecordKey>> containing(String type, Collection<String> objects) {
    return containing(type, objects, "");
  }

  /// The same, but a record at the stage `last` counts only where no other record contains the
  /// object.
  public Map<String, List<RecordKey>> containing(
      String type, Collection<String> objects, String last) {
    if (objects.isEmpty()) {
      return Map.of();
    }
    return candidates(
        CONTAINING
            .with("objects", objects.stream().distinct().toList())
            .with("type", type)
            .with("last", last)
            .list(database));
  }

  /// A record that has what was looked for.
  private record Candidate(String wanted, RecordKey key, boolean last) {}

  private static Map<String, List<RecordKey>> candidates(List<Candidate> all) {
    Map<String, List<RecordKey>> found = new HashMap<>();
    for (Candidate candidate : all) {
      List<RecordKey> keys = found.computeIfAbsent(candidate.wanted(), _ -> new ArrayList<>());
      if (keys.isEmpty() || !candidate.last()) {
        keys.add(candidate.key());
      }
    }
    return found;
  }

  private static final Query<Candidate> TITLED =
      Query.of(
          Candidate.class,
          """
          select wanted.title as wanted, r.key, r.last
          from unnest(cast(:titles as text[])) wanted (title)
          cross join lateral (
            select key, stage = :last as last from (
              select key, type, stage from record where title = wanted.title offset 0) titled
            where type = :type order by stage = :last, key limit 2) r
          """);

  /// The same for titles, by which records are found faster.
  public Map<String, List<RecordKey>> titled(String type, Collection<String> titles, String last) {
    return titles.isEmpty()
        ? Map.of()
        : candidates(
            TITLED
                .with("titles", titles.stream().distinct().toList())
                .with("type", type)
                .with("last", last)
                .list(database));
  }

  /// The digests of the current revisions of these records, as 64 hexadecimal digits.
  public Map<RecordKey, String> digests(Collection<RecordKey> keys) {
    return DIGESTS
        .with("keys", keys.stream().map(RecordKey::toString).toList())
        .list(database)
        .stream()
        .collect(Collectors.toMap(DigestOf::key, DigestOf::digest));
  }

  /// The last number that each key prefix was given.
  public Map<String, Integer> counters() {
    return COUNTERS.list(database).stream()
        .collect(Collectors.toMap(Counter::prefix, Counter::last));
  }

  private record Held(RecordKey key, int revision, long version) {}

  private static final Query<Held> HOLD =
      Query.of(
          Held.class,
          "select key, revision, version from record where key = any(:keys) order by key for"
              + " update");

  /// Holds records until the transaction ends.
  ///
  /// @return the versions of those that there are
  public Map<RecordKey, RecordVersion> hold(Collection<RecordKey> keys) {
    Map<RecordKey, RecordVersion> versions = new HashMap<>();
    HOLD.with("keys", keys.stream().map(RecordKey::toString).distinct().toList())
        .list(database)
        .forEach(
            held -> versions.put(held.key(), new RecordVersion(held.revision(), held.version())));
    return versions;
  }

  private record TextOf(RecordKey key, String text) {}

  private static final int TEXTS = 2000;

  private static final Query<TextOf> TEXT =
      Query.of(
          TextOf.class,
          """
          select key, attributes ->> cast(:attribute as text) as text from record
          where type = :type and stage <> :except
            and attributes ->> cast(:attribute as text) is not null
          order by key
          """);

  /// Gives what each record of a type says in a text attribute, in order of their keys, but for
  /// those at one stage.
  public void texts(
      String type, String attribute, String except, BiConsumer<RecordKey, String> consumer) {
    Query<TextOf> query =
        TEXT.with("attribute", attribute).with("type", type).with("except", except);
    database.doWork(
        connection ->
            query.each(
                connection,
                TEXTS,
                rows -> rows.forEach(row -> consumer.accept(row.key(), row.text()))));
  }
}
