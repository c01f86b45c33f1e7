package org.seccatalogue.baseline.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.KeyFile;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The key that signs: the configured one, or one that is made when it is needed and kept in the
/// drafting store. The public halves of all keys that ever signed are published, and stay.
@ApplicationScoped
public class SigningKeys {

  private static final Query<byte[]> NEWEST =
      Query.of(
          byte[].class, "select private_key from signing_key order by made_at desc, id limit 1");
  private static final Command KEEP =
      Command.of("insert into signing_key (id, private_key, made_at) values (:id, :key, :at)");

  private final Optional<Path> configured;
  private final Session database;
  private final Clock clock;

  SigningKeys(
      @ConfigProperty(name = "catalogue.signing.key-file") Optional<Path> configured,
      Session database,
      Clock clock) {
    this.configured = configured;
    this.database = database;
    this.clock = clock;
  }

  /// What came of the wish for a new key.
  public sealed interface Rotation {

    /// Manifests are signed with the key of that id from now on.
    record Rotated(String keyId) implements Rotation {}

    /// The key is configured: whoever wants another one configures it.
    record Configured() implements Rotation {}
  }

  /// Makes a new key; signatures of the old one keep their worth.
  @Transactional
  public Rotation rotate() {
    return configured.isPresent() ? new Rotation.Configured() : new Rotation.Rotated(make().id());
  }

  /// Signs a manifest, within the transaction of the caller.
  public String sign(String manifest, PublishedStore store) {
    KeyFile key = configured.map(KeyFile::read).or(this::newest).orElseGet(this::make);
    store.keepKey(key.id(), key.publicKey(), clock.instant());
    return Jws.sign(manifest, key.id(), key.privateKey());
  }

  private Optional<KeyFile> newest() {
    return NEWEST.first(database).map(KeyFile::of);
  }

  private KeyFile make() {
    KeyFile key = KeyFile.made();
    KEEP.with("id", key.id())
        .with("key", key.privateKey().getEncoded())
        .with("at", clock.instant())
        .run(database);
    return key;
  }
}
