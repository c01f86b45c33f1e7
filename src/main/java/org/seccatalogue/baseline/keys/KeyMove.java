package org.seccatalogue.baseline.keys;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.baseline.signing.KeyFile;
import org.seccatalogue.baseline.signing.PublicKeys;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Takes the private key out of a database in which an earlier version kept it, when the drafting
/// side starts: it is in a file of its owner alone, and was seen to sign from there, before it is
/// removed. What cannot be done changes nothing, and is said.
@ApplicationScoped
class KeyMove {

  private static final Logger LOG = Logger.getLogger(KeyMove.class);
  private static final int BEFORE_THE_EXAMPLE = 100;
  private static final String TURN = "select cast(pg_advisory_xact_lock(hashtext('keys')) as text)";
  private static final Query<String> LOCK = Query.of(String.class, TURN);
  private static final Query<Kept> KEPT =
      Query.of(
          Kept.class,
          "select encode(private_key, 'hex') as hex, made_at from signing_key order by made_at"
              + " desc, id");
  private static final Command REMOVE = Command.of("delete from signing_key");
  private static final byte[] PROBE = "A probe".getBytes(StandardCharsets.UTF_8);

  private final Session database;
  private final PublishedStore store;
  private final KeyChoice choice;
  private final boolean reads;
  private volatile boolean tried;
  private volatile @Nullable String trouble;

  KeyMove(
      Session database,
      PublishedStore store,
      KeyChoice choice,
      @ConfigProperty(name = "catalogue.side", defaultValue = "both") String side) {
    this.database = database;
    this.store = store;
    this.choice = choice;
    this.reads = side.equals("public");
  }

  private record Kept(String hex, Instant madeAt) {

    KeyFile key() {
      return KeyFile.of(Digests.bytes(hex));
    }
  }

  void atStart(@Observes @Priority(BEFORE_THE_EXAMPLE) StartupEvent start) {
    if (!reads) {
      move();
    }
  }

  /// Whether there is a key in the database that nobody tried to move yet: whoever made another one
  /// meanwhile would put it where this one goes.
  boolean isPending() {
    return !reads
        && !tried
        && QuarkusTransaction.joiningExisting().call(() -> !KEPT.list(database).isEmpty());
  }

  /// What stands in the way, while a key is still in the database.
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  void move() {
    try {
      QuarkusTransaction.requiringNew().run(this::moveAll);
      trouble = null;
    } catch (Stays e) {
      trouble = e.getMessage();
      LOG.warn(trouble);
    } finally {
      tried = true;
    }
  }

  /// The key stays where it is.
  private static final class Stays extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stays(String why) {
      super("The key that signed so far is still in the database, where it should not be: " + why);
    }
  }

  private void moveAll() {
    LOCK.only(database);
    List<Kept> kept = KEPT.list(database);
    if (kept.isEmpty()) {
      return;
    }
    Path file = saved(kept.getFirst().key());
    for (Kept each : kept) {
      KeyFile key = each.key();
      store.keepKey(key.keyId(), key.publicKey(), each.madeAt());
    }
    REMOVE.run(database);
    LOG.infof("The key that signs baselines was moved from the database to %s.", file);
  }

  /// Of several keys the newest one signs; the others only signed, and their public halves do.
  private Path saved(KeyFile key) {
    Path configured =
        choice
            .file()
            .orElseThrow(
                () ->
                    new Stays(
                        "name the file to move it to with catalogue.signing.key-file, and start"
                            + " again."));
    try {
      Path file = free(configured, key);
      PrivateFile.write(file, key.pem());
      if (!PublicKeys.isSigned(PROBE, KeyFile.read(file).sign(PROBE), key.publicKey())) {
        throw new Stays("what was written to " + file + " does not sign as it did.");
      }
      return file;
    } catch (IOException e) {
      throw new Stays("it cannot be written to %s (%s).".formatted(configured, e.getMessage()));
    }
  }

  /// A key that is configured already stays; this one is then kept beside it.
  private static Path free(Path configured, KeyFile key) throws IOException {
    return !Files.exists(configured) || KeyFile.read(configured).x().equals(key.x())
        ? configured
        : configured.resolveSibling("signing-key-" + key.keyId() + ".pem");
  }
}
