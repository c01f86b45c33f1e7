package org.seccatalogue.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of our own, over one directory that is ours alone while it runs.
///
/// It listens on the loopback address only and asks everyone for a password. What it acknowledged
/// is on the disk.
public final class EmbeddedDatabase implements AutoCloseable {
  private final DatabaseDirectory directory;
  private final Server server;
  private final Credentials credentials;
  private final int port;
  private @Nullable ServerWatch watch;

  private EmbeddedDatabase(
      DatabaseDirectory directory, Server server, Credentials credentials, int port) {
    this.directory = directory;
    this.server = server;
    this.credentials = credentials;
    this.port = port;
  }

  /// Starts the database of a directory, which is created if it is not there.
  public static DatabaseStart start(Path directory) {
    return start(directory, directory.resolve("programs"));
  }

  /// As [#start(Path)], with the programs of PostgreSQL unpacked to a place of the caller's choice.
  public static DatabaseStart start(Path directory, Path programs) {
    try {
      var opened = DatabaseDirectory.open(directory);
      try {
        return new DatabaseStart.Started(startIn(opened, programs));
      } catch (Refusal | IOException | RuntimeException failure) {
        opened.close();
        throw failure;
      }
    } catch (Refusal refusal) {
      return new DatabaseStart.Refused(refusal.sentence());
    } catch (IOException failure) {
      return new DatabaseStart.Refused(
          "The database in %s could not be started: %s"
              .formatted(directory.toAbsolutePath().normalize(), failure));
    }
  }

  private static EmbeddedDatabase startIn(DatabaseDirectory directory, Path programs)
      throws IOException, Refusal {
    directory.checkVersion();
    var credentials = Credentials.of(directory);
    var server = server(directory, programs);
    var cluster = new NewCluster(directory, server);
    if (!directory.isInitialised()) {
      cluster.create(credentials);
    }
    server.stopLeftover();
    if (credentials.lacksReader()) {
      credentials = credentials.withReader(directory, cluster::addReader);
    }
    return new EmbeddedDatabase(directory, server, credentials, server.start());
  }

  private static Server server(DatabaseDirectory directory, Path programs)
      throws IOException, Refusal {
    var account = ServerAccount.of(directory.root());
    var unpacked = ServerPrograms.unpackedIn(programs);
    account.own(directory.root());
    account.own(programs);
    return new Server(directory, unpacked, account);
  }

  /// From now on starts the server again when it ends without having been told to.
  ///
  /// @param lost what is done when it does not start
  public void keepRunning(Runnable lost) {
    watch = new ServerWatch(server, port, lost);
    watch.begin();
  }

  /// Where the data is.
  public Path directory() {
    return directory.root();
  }

  /// The configuration that makes the application use this database: it works as a role that owns
  /// nothing, reads what was published as a role that sees nothing else, and the migrations run as
  /// the owner.
  public Map<String, String> settings() {
    return Map.of(
        "catalogue.signing.development-key", directory.signingKey().toString(),
        "quarkus.datasource.published.username", Credentials.READER_ROLE,
        "quarkus.datasource.published.password", credentials.reader(),
        "quarkus.datasource.jdbc.url", jdbcUrl(),
        "quarkus.datasource.username", Credentials.APPLICATION_ROLE,
        "quarkus.datasource.password", credentials.application(),
        "quarkus.flyway.jdbc-url", jdbcUrl(),
        "quarkus.flyway.username", Credentials.OWNER_ROLE,
        "quarkus.flyway.password", credentials.owner(),
        "catalogue.application-role", Credentials.APPLICATION_ROLE);
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Credentials.DATABASE);
  }

  Credentials credentials() {
    return credentials;
  }

  /// Stops the server so that the next start has nothing to recover, then frees the directory.
  @Override
  public void close() {
    if (watch != null) {
      watch.end();
    }
    try (directory) {
      server.stop();
    }
  }
}
