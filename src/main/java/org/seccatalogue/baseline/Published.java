package org.seccatalogue.baseline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.SchemaFiles;
import org.seccatalogue.schema.SchemaLoader;

/// What is published: baselines, the record of publications, and the keys that signed. Sees
/// nothing of the draft.
@ApplicationScoped
public class Published {

  /// The id by which the newest baseline that counts is also known.
  public static final String LATEST = "latest";

  private static final String BASELINES =
      """
      select b.number, b.id, b.name, b.dated, b.records, b.links, encode(b.digest, 'hex'),
        encode(b.schema_digest, 'hex'), b.manifest, b.signature, p.act,
        case when p.act <> 'PUBLISHED' then p.reason end, s.id
      from baseline b
      join lateral (select act, reason, successor from publication
        where baseline = b.number order by sequence desc limit 1) p on true
      left join baseline s on s.number = p.successor
      """;

  private static final String PUBLICATIONS =
      """
      select p.sequence, p.act, b.id, encode(p.digest, 'hex'), p.acted_at, p.acted_by, p.reason,
        s.id, encode(p.previous, 'hex'), encode(p.hash, 'hex')
      from publication p join baseline b on b.number = p.baseline
      left join baseline s on s.number = p.successor
      """;

  private final PublicDatabase database;
  private final Map<String, CatalogueSchema> schemas = new ConcurrentHashMap<>();

  Published(PublicDatabase database) {
    this.database = database;
  }

  /// All baselines, newest first.
  public List<Baseline> baselines() {
    return database.list(BASELINES + " order by b.number desc", Published::baseline);
  }

  /// A baseline by its id; the newest one that was neither superseded nor withdrawn by `latest`.
  public Optional<Baseline> find(String id) {
    return id.equals(LATEST)
        ? database.first(
            BASELINES + " where p.act = 'PUBLISHED' order by b.number desc limit 1",
            Published::baseline)
        : database.first(BASELINES + " where b.id = ?", Published::baseline, id);
  }

  private static Baseline baseline(ResultSet row) throws SQLException {
    return new Baseline(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getInt(5),
        row.getInt(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        PublicationAction.valueOf(row.getString(11)),
        row.getString(12),
        row.getString(13));
  }

  /// The record types, links and stages that a baseline was frozen with.
  public CatalogueSchema schema(Baseline baseline) {
    return schemas.computeIfAbsent(baseline.schemaDigest(), this::load);
  }

  private CatalogueSchema load(String digest) {
    return switch (SchemaLoader.load(SchemaText.files(schemaText(digest)))) {
      case SchemaLoader.Outcome.Loaded(CatalogueSchema schema) -> schema;
      case SchemaLoader.Outcome.Refused(var findings) ->
          throw new IllegalStateException("The published record types are wrong: " + findings);
    };
  }

  /// The files of record types of that digest, as a JSON object of texts by path: canonical JSON,
  /// of which it is the SHA-256.
  public String schemaText(String digest) {
    return database
        .first(
            "select files from schema_files where digest = ?",
            row -> row.getString(1),
            (Object) Digests.bytes(digest))
        .orElseThrow();
  }

  /// The files of record types that a baseline was frozen with.
  public SchemaFiles schemaFiles(Baseline baseline) {
    return SchemaText.files(schemaText(baseline.schemaDigest()));
  }

  /// The record of publications, those after a sequence, oldest first.
  public List<Publication> publications(int after, int limit) {
    return database.list(
        PUBLICATIONS + " where p.sequence > ? order by p.sequence limit ?",
        Published::publication,
        after,
        limit);
  }

  /// When a baseline was published, and by whom.
  public Publication publication(Baseline baseline) {
    return database
        .first(
            PUBLICATIONS + " where p.baseline = ? order by p.sequence limit 1",
            Published::publication,
            baseline.number())
        .orElseThrow();
  }

  private static Publication publication(ResultSet row) throws SQLException {
    return new Publication(
        row.getInt(1),
        PublicationAction.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }

  /// The 32 bytes of the public keys that ever signed, by id, oldest first.
  public Map<String, byte[]> keys() {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    database
        .list(
            "select id, public_key from verification_key order by made_at, id",
            row -> Map.entry(row.getString(1), row.getBytes(2)))
        .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
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
    return database.first(
        BASELINES + " where b.number < ? and p.act <> 'WITHDRAWN' order by b.number desc limit 1",
        Published::baseline,
        baseline.number());
  }
}
