package org.seccatalogue.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The directory of the database: the cluster, the passwords and the log of the server. Whoever
/// holds one of these holds its lock; the operating system frees the lock when the process dies.
final class DatabaseDirectory implements AutoCloseable {
  /// The major version of PostgreSQL this program brings.
  static final String POSTGRESQL = "18";

  private static final Logger LOG = Logger.getLogger(DatabaseDirectory.class);

  private static final String CHOOSE_ANOTHER =
      "choose another directory with CATALOGUE_DATABASE_DIRECTORY.";

  /// A lock excludes other processes only; and a second channel on the lock file, once closed,
  /// would free the lock of the first. So this process keeps its own account.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel lock;

  private DatabaseDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Creates the directory if it is not there, and takes its lock.
  static DatabaseDirectory open(Path directory) throws Refusal {
    var named = directory.toAbsolutePath().normalize();
    try {
      var root = create(named);
      if (!HELD.add(root)) {
        throw inUse(named);
      }
      return lock(root);
    } catch (IOException notWritable) {
      throw new Refusal(
          "The database directory %s cannot be written. Make it writable for this user, or %s"
              .formatted(named, CHOOSE_ANOTHER));
    }
  }

  /// The directories above are no secret; this one is for its owner alone.
  private static Path create(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory.resolveSibling("."));
      Files.createDirectory(directory, ownerOnly("rwx------"));
    }
    return directory.toRealPath();
  }

  private static DatabaseDirectory lock(Path root) throws IOException, Refusal {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw inUse(root);
      }
      return new DatabaseDirectory(root, channel);
    } catch (IOException | Refusal failure) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(root);
      throw failure;
    }
  }

  private static Refusal inUse(Path directory) {
    return new Refusal(
        "The database directory %s is in use by another running catalogue. Stop that one, or %s"
            .formatted(directory, CHOOSE_ANOTHER));
  }

  /// Refuses data of another major version: the server would, in words of its own.
  void checkVersion() throws IOException, Refusal {
    if (!isInitialised()) {
      return;
    }
    var found = Files.readString(cluster().resolve("PG_VERSION")).strip();
    if (!found.equals(POSTGRESQL)) {
      throw new Refusal(
          ("The database directory %s holds data of PostgreSQL %s, this program brings PostgreSQL"
                  + " %s. Start the version of the catalogue that wrote it, or %s")
              .formatted(root, found, POSTGRESQL, CHOOSE_ANOTHER));
    }
  }

  /// A cluster gets its name last, so one with a name is complete.
  boolean isInitialised() {
    return Files.exists(cluster());
  }

  Path root() {
    return root;
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  Path credentials() {
    return root.resolve("credentials.properties");
  }

  /// Where the key is made that signs what is published, when none is configured.
  Path signingKey() {
    return root.resolve("signing-key.pem");
  }

  Path serverLog() {
    return root.resolve("server.log");
  }

  /// The permissions a new file or directory gets, where the system knows such permissions.
  static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /// Deletes what an interrupted start left unfinished in a directory. A program of that start may
  /// still be writing there; then the next start deletes the rest.
  static void deleteUnfinished(Path directory, String prefix) {
    try (var unfinished = Files.newDirectoryStream(directory, prefix + "*")) {
      for (var path : unfinished) {
        deleteTree(path);
      }
    } catch (IOException | UncheckedIOException stillWritten) {
      LOG.debugf(stillWritten, "Unfinished files stay in %s", directory);
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    try (var paths = Files.walk(tree)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      HELD.remove(root);
    }
  }
}
