package org.seccatalogue.baseline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Writes what is published. Freezing is the only one that does.
@ApplicationScoped
public class PublishedStore {

  private static final String GONE =
      "select e.key from published.entry e where e.key = any(:keys) group by e.key"
          + " having max(e.baseline) < :baseline";
  private static final String HELD =
      "select key from published.entry where baseline = :baseline and key = any(:keys)";
  private static final String KEEP_KEY =
      "insert into published.verification_key values (:id, :key, :at) on conflict do nothing";
  private static final String KEEP_SCHEMA =
      "insert into published.schema_files values (:digest, cast(:files as json))"
          + " on conflict do nothing";
  private static final String CLOSE =
      """
      insert into published.baseline
        (number, id, name, dated, records, links, digest, schema_digest, manifest, signature)
      values (:number, :id, :name, :dated, :records, :links, :digest, :schema, :manifest,
        :signature)
      """;
  private static final String LAST =
      "select sequence, encode(hash, 'hex') as hash from published.publication"
          + " order by sequence desc limit 1";
  private static final String PUBLISH =
      """
      insert into published.publication
        (sequence, act, baseline, digest, acted_at, acted_by, reason, successor, previous, hash)
      values (:sequence, :act, :baseline, :digest, :at, :by, :reason, :successor, :previous, :hash)
      """;
  private static final Command MANY = Command.of("set local work_mem = '64MB'");
  private static final Command SETTLE = Command.of("call settle_baselines()");
  private static final Query<Boolean> TURN =
      Query.of(Boolean.class, "select pg_try_advisory_xact_lock(hashtext('freeze'))");
  private static final Query<String> LOCK =
      Query.of(String.class, "select cast(pg_advisory_xact_lock(hashtext('freeze')) as text)");

  private final Session database;
  private final String schema;

  private final Query<Integer> nextNumber;
  private final Query<Boolean> taken;
  private final Query<String> contents;
  private final Query<String> gone;
  private final Query<String> held;
  private final Command keepKey;
  private final Command keepSchema;
  private final Command close;
  private final Query<Last> last;
  private final Command publish;

  PublishedStore(
      Session database, @ConfigProperty(name = "catalogue.published.schema") String schema) {
    this.database = database;
    this.schema = schema;
    nextNumber =
        Query.of(
            Integer.class,
            in(schema, "select coalesce(max(number), 0) + 1 from published.baseline"));
    taken =
        Query.of(
            Boolean.class,
            in(
                schema,
                "select exists (select from published.baseline where name = :name or id = :id)"));
    contents =
        Query.of(
            String.class,
            in(
                schema,
                "select encode(digest, 'hex') from published.content where digest ="
                    + " any(:digests)"));
    gone = Query.of(String.class, in(schema, GONE));
    held = Query.of(String.class, in(schema, HELD));
    last = Query.of(Last.class, in(schema, LAST));
    keepKey = Command.of(in(schema, KEEP_KEY));
    keepSchema = Command.of(in(schema, KEEP_SCHEMA));
    close = Command.of(in(schema, CLOSE));
    publish = Command.of(in(schema, PUBLISH));
  }

  /// A statement on the tables of the published store, which may be called otherwise.
  private static String in(String schema, String statement) {
    return statement.replace("published.", schema + ".");
  }

  /// A table of the published store, by its full name.
  public String table(String name) {
    return schema + "." + name;
  }

  /// Many rows come until the transaction ends: the indexes by which contents are searched take
  /// them in larger parts.
  public void expectMany() {
    MANY.run(database);
  }

  public int nextNumber() {
    return nextNumber.only(database);
  }

  /// Whether a baseline has that name, or the id that the name would get.
  public boolean isTaken(String name, String id) {
    return taken.with("name", name).with("id", id).only(database);
  }

  /// Those of the contents that are there already.
  public Set<String> contents(Collection<byte[]> digests) {
    return Set.copyOf(contents.with("digests", digests.toArray(byte[][]::new)).list(database));
  }

  /// Those of the records that an earlier baseline holds and this one does not.
  public Set<String> gone(int baseline, Collection<String> keys) {
    return Set.copyOf(gone.with("baseline", baseline).with("keys", keys).list(database));
  }

  /// Those of the records that a baseline holds.
  public Set<String> held(int baseline, Collection<String> keys) {
    return Set.copyOf(held.with("baseline", baseline).with("keys", keys).list(database));
  }

  /// Publishes the public half of a key, for good.
  public void keepKey(String id, byte[] key, Instant at) {
    keepKey.with("id", id).with("key", key).with("at", at).run(database);
  }

  public void keepSchema(byte[] digest, String files) {
    keepSchema.with("digest", digest).with("files", files).run(database);
  }

  /// Closes a baseline: its row is the last one.
  public void close(Baseline baseline) {
    close
        .with("number", baseline.number())
        .with("id", baseline.id())
        .with("name", baseline.name())
        .with("dated", baseline.dated())
        .with("records", baseline.records())
        .with("links", baseline.links())
        .with("digest", Digests.bytes(baseline.digest()))
        .with("schema", Digests.bytes(baseline.schemaDigest()))
        .with("manifest", baseline.manifest())
        .with("signature", baseline.signature())
        .run(database);
  }

  /// The last entry of the record of publications: its sequence and its hash.
  Optional<Last> lastPublication() {
    return last.first(database);
  }

  record Last(int sequence, String hash) {}

  void add(Publication publication, int baseline, @Nullable Integer successor) {
    Command added =
        publish
            .with("sequence", publication.sequence())
            .with("act", publication.act())
            .with("baseline", baseline)
            .with("digest", Digests.bytes(publication.digest()))
            .with("at", publication.at())
            .with("by", publication.by())
            .with("reason", publication.reason())
            .with("successor", successor)
            .with("previous", Digests.bytes(publication.previous()))
            .with("hash", Digests.bytes(publication.hash()));
    database.doWork(added::run);
  }

  public void refreshStatistics() {
    SETTLE.run(database);
  }

  /// Takes the turn to freeze until the transaction ends, if nobody has it.
  public boolean takesTurn() {
    return TURN.only(database);
  }

  /// One freezing at a time, until the transaction ends.
  void lock() {
    LOCK.only(database);
  }
}
