package org.seccatalogue.baseline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.signing.Digests;

/// Writes what is published. Freezing is the only one that does.
@ApplicationScoped
public class PublishedStore {

  private final Session database;
  private final String schema;

  PublishedStore(
      Session database, @ConfigProperty(name = "catalogue.published.schema") String schema) {
    this.database = database;
    this.schema = schema;
  }

  /// A table of the published store, by its full name.
  public String table(String name) {
    return schema + "." + name;
  }

  private MutationQuery insert(String sql) {
    return database.createNativeMutationQuery(sql.replace("published.", schema + "."));
  }

  private <T> org.hibernate.query.NativeQuery<T> select(String sql, Class<T> type) {
    return database.createNativeQuery(sql.replace("published.", schema + "."), type);
  }

  public int nextNumber() {
    return select("select coalesce(max(number), 0) + 1 from published.baseline", Integer.class)
        .getSingleResult();
  }

  /// Whether a baseline has that name, or the id that the name would get.
  public boolean isTaken(String name, String id) {
    return select(
                "select count(*) from published.baseline where name = :name or id = :id",
                Long.class)
            .setParameter("name", name)
            .setParameter("id", id)
            .getSingleResult()
        > 0;
  }

  /// Those of the contents that are there already.
  public Set<String> contents(Collection<byte[]> digests) {
    return new HashSet<>(
        select(
                "select encode(digest, 'hex') from published.content where digest = any(:digests)",
                String.class)
            .setParameter("digests", digests.toArray(byte[][]::new))
            .getResultList());
  }

  /// Those of the records that an earlier baseline holds and this one does not.
  public Set<String> gone(int baseline, Collection<String> keys) {
    return new HashSet<>(
        select(
                "select e.key from published.entry e where e.key = any(:keys) group by e.key"
                    + " having max(e.baseline) < :baseline",
                String.class)
            .setParameter("keys", keys.toArray(String[]::new))
            .setParameter("baseline", baseline)
            .getResultList());
  }

  /// Those of the records that a baseline holds.
  public Set<String> held(int baseline, Collection<String> keys) {
    return new HashSet<>(
        select(
                "select key from published.entry where baseline = :baseline and key = any(:keys)",
                String.class)
            .setParameter("keys", keys.toArray(String[]::new))
            .setParameter("baseline", baseline)
            .getResultList());
  }

  void keepKey(String id, byte[] key, Instant at) {
    insert("insert into published.verification_key values (:id, :key, :at) on conflict do nothing")
        .setParameter("id", id)
        .setParameter("key", key)
        .setParameter("at", at)
        .executeUpdate();
  }

  public void keepSchema(byte[] digest, String files) {
    insert(
            "insert into published.schema_files values (:digest, cast(:files as json))"
                + " on conflict do nothing")
        .setParameter("digest", digest)
        .setParameter("files", files)
        .executeUpdate();
  }

  /// Closes a baseline: its row is the last one.
  public void close(Baseline baseline) {
    insert(
            """
            insert into published.baseline
              (number, id, name, dated, records, links, digest, schema_digest, manifest, signature)
            values (:number, :id, :name, :dated, :records, :links, :digest, :schema, :manifest,
              :signature)
            """)
        .setParameter("number", baseline.number())
        .setParameter("id", baseline.id())
        .setParameter("name", baseline.name())
        .setParameter("dated", baseline.dated())
        .setParameter("records", baseline.records())
        .setParameter("links", baseline.links())
        .setParameter("digest", Digests.bytes(baseline.digest()))
        .setParameter("schema", Digests.bytes(baseline.schemaDigest()))
        .setParameter("manifest", baseline.manifest())
        .setParameter("signature", baseline.signature())
        .executeUpdate();
  }

  /// The last entry of the record of publications: its sequence and its hash.
  Optional<Last> lastPublication() {
    return select(
            "select sequence, encode(hash, 'hex') from published.publication"
                + " order by sequence desc limit 1",
            Object[].class)
        .uniqueResultOptional()
        .map(row -> new Last((Integer) row[0], (String) row[1]));
  }

  record Last(int sequence, String hash) {}

  void add(Publication publication, int baseline, @Nullable Integer successor) {
    insert(
            """
            insert into published.publication
              (sequence, act, baseline, digest, acted_at, acted_by, reason, successor, previous, hash)
            values (:sequence, :act, :baseline, :digest, :at, :by, nullif(:reason, ''),
              nullif(:successor, 0), :previous, :hash)
            """)
        .setParameter("sequence", publication.sequence())
        .setParameter("act", publication.act().name())
        .setParameter("baseline", baseline)
        .setParameter("digest", Digests.bytes(publication.digest()))
        .setParameter("at", publication.at())
        .setParameter("by", publication.by())
        .setParameter("reason", publication.reason() == null ? "" : publication.reason())
        .setParameter("successor", successor == null ? 0 : successor)
        .setParameter("previous", Digests.bytes(publication.previous()))
        .setParameter("hash", Digests.bytes(publication.hash()))
        .executeUpdate();
  }

  public void refreshStatistics() {
    database.createNativeMutationQuery("call settle_baselines()").executeUpdate();
  }

  /// Takes the turn to freeze until the transaction ends, if nobody has it.
  public boolean takesTurn() {
    return select("select pg_try_advisory_xact_lock(hashtext('freeze'))", Boolean.class)
        .getSingleResult();
  }

  /// One freezing at a time, until the transaction ends.
  void lock() {
    select("select pg_advisory_xact_lock(hashtext('freeze'))", Object.class).getResultList();
  }
}
