package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;
import org.seccatalogue.sql.Query;

/// What is published: baselines, the record of publications, and the keys that signed. Sees
/// nothing of the draft.
@ApplicationScoped
public class Published {

  /// The id by which the newest baseline that counts is also known.
  public static final String LATEST = "latest";

  private static final String BASELINES =
      """
      select b.number, b.id, b.name, b.dated, b.records, b.links, encode(b.digest, 'hex') as digest,
        encode(b.schema_digest, 'hex') as schema_digest, b.manifest, b.signature, p.act as state,
        case when p.act <> 'PUBLISHED' then p.reason end as reason, s.id as successor
      from baseline b
      join lateral (select act, reason, successor from publication
        where baseline = b.number order by sequence desc limit 1) p on true
      left join baseline s on s.number = p.successor
      """;
  private static final Query<Baseline> ALL =
      Query.of(Baseline.class, BASELINES + " order by b.number desc");
  private static final Query<Baseline> NEWEST =
      Query.of(
          Baseline.class, BASELINES + " where p.act = 'PUBLISHED' order by b.number desc limit 1");
  private static final Query<Baseline> BY_ID =
      Query.of(Baseline.class, BASELINES + " where b.id = :id");
  private static final Query<Baseline> BEFORE =
      Query.of(
          Baseline.class,
          BASELINES
              + " where b.number < :number and p.act <> 'WITHDRAWN' order by b.number desc limit"
              + " 1");

  private static final String PUBLICATIONS =
      """
      select p.sequence, p.act, b.id as baseline, encode(p.digest, 'hex') as digest,
        p.acted_at as at, p.acted_by as by, p.reason, s.id as successor,
        encode(p.previous, 'hex') as previous, encode(p.hash, 'hex') as hash
      from publication p join baseline b on b.number = p.baseline
      left join baseline s on s.number = p.successor
      """;
  private static final Query<Publication> AFTER =
      Query.of(
          Publication.class,
          PUBLICATIONS + " where p.sequence > :after order by p.sequence limit :limit");
  private static final Query<Publication> FIRST_OF =
      Query.of(
          Publication.class,
          PUBLICATIONS + " where p.baseline = :baseline order by p.sequence limit 1");

  private static final Query<String> SCHEMA_FILES =
      Query.of(String.class, "select files from schema_files where digest = :digest");
  private static final Query<VerificationKey> KEYS =
      Query.of(
          VerificationKey.class,
          "select id, encode(public_key, 'hex') as hex from verification_key order by made_at, id");

  private final PublicDatabase database;
  private final Map<String, CatalogueSchema> schemas = new ConcurrentHashMap<>();

  Published(PublicDatabase database) {
    this.database = database;
  }

  /// All baselines, newest first.
  public List<Baseline> baselines() {
    return database.list(ALL);
  }

  /// A baseline by its id; the newest one that was neither superseded nor withdrawn by `latest`.
  public Optional<Baseline> find(String id) {
    return database.first(id.equals(LATEST) ? NEWEST : BY_ID.with("id", id));
  }

  /// The record types, links and stages that a baseline was frozen with.
  public CatalogueSchema schema(Baseline baseline) {
    return schemas.computeIfAbsent(baseline.schemaDigest(), this::load);
  }

  private CatalogueSchema load(String digest) {
    return switch (SchemaLoader.loadPublished(SchemaText.files(schemaText(digest)))) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
      case SchemaLoader.Outcome.Refused(var findings) ->
          throw new IllegalStateException("The published record types are wrong: " + findings);
    };
  }

  /// The files of record types of that digest, as a JSON object of texts by path: canonical JSON,
  /// of which it is the SHA-256.
  public String schemaText(String digest) {
    return database.only(SCHEMA_FILES.with("digest", Digests.bytes(digest)));
  }

  /// The files of record types that a baseline was frozen with.
  public SchemaFiles schemaFiles(Baseline baseline) {
    return SchemaText.files(schemaText(baseline.schemaDigest()));
  }

  /// The record of publications, those after a sequence, oldest first.
  public List<Publication> publications(int after, int limit) {
    return database.list(AFTER.with("after", after).with("limit", limit));
  }

  /// When a baseline was published, and by whom.
  public Publication publication(Baseline baseline) {
    return database.only(FIRST_OF.with("baseline", baseline.number()));
  }

  private record VerificationKey(String id, String hex) {}

  /// The 32 bytes of the public keys that ever signed, by id, oldest first.
  public Map<String, byte[]> keys() {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    database.list(KEYS).forEach(key -> keys.put(key.id(), Digests.bytes(key.hex())));
    return keys;
  }

  /// The key set (RFC 7517) of all that ever signed.
  public JwkSet jwks() {
    return new JwkSet(
        keys().entrySet().stream()
            .map(e -> new JwkSet.Key(e.getKey(), Jws.encode(Objects.requireNonNull(e.getValue()))))
            .toList());
  }

  /// Public keys as they are given out.
  public record JwkSet(List<Key> keys) {

    public JwkSet {
      keys = List.copyOf(keys);
    }

    /// One key of Ed25519.
    ///
    /// @param x its 32 bytes in base64url
    public record Key(String kid, String x) {}
  }

  /// The baseline before another, in the order of freezing, that was not withdrawn.
  public Optional<Baseline> before(Baseline baseline) {
    return database.first(BEFORE.with("number", baseline.number()));
  }
}
