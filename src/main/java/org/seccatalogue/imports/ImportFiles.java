package org.seccatalogue.imports;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.job.Upkeep;
import org.seccatalogue.scratch.OwnerFolder;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The uploaded files of imports: in pieces in the database, so that any node can read them and
/// none is left behind, and as a file of a job's own while it reads one.
@ApplicationScoped
class ImportFiles {

  private static final int PIECE = 1 << 20;
  private static final String PREFIX = "reading-";
  private static final String COPY = "copy-";
  private static final Duration LONGEST_COPY = Duration.ofDays(1);

  private static final Command KEEP =
      Command.of(
          "insert into import_file (import_id, piece, content) values (:id, :number, :content)");
  private static final Query<byte[]> PIECES =
      Query.of(
          byte[].class, "select content from import_file where import_id = :id order by piece");
  private static final Command REMOVE = Command.of("delete from import_file where import_id = :id");

  private final Session database;
  private final Jobs jobs;
  private final Path directory;

  ImportFiles(Session database, Jobs jobs, ImportLimits settings) {
    this.database = database;
    this.jobs = jobs;
    this.directory = settings.uploads();
  }

  /// What reads a file; it is gone afterwards.
  interface Reading {
    void read(Path file);
  }

  void keep(long importId, Path content) {
    database.doWork(connection -> keep(connection, importId, content));
  }

  private static void keep(Connection connection, long importId, Path content) throws SQLException {
    try (InputStream in = Files.newInputStream(content)) {
      int number = 0;
      byte[] piece = in.readNBytes(PIECE);
      do {
        KEEP.with("id", importId).with("number", number++).with("content", piece).run(connection);
        piece = in.readNBytes(PIECE);
      } while (piece.length > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives the file of a job's import to a reader.
  void read(Job job, Reading reading) {
    Path file = file(job);
    try {
      OwnerFolder.of(directory);
      if (!copy(job.subject(), file)) {
        throw new IllegalStateException("the file of import " + job.subject() + " is not kept");
      }
      reading.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      removeFileOf(job);
    }
  }

  /// Copies the file of an import.
  ///
  /// @return whether it is still kept
  boolean copy(long importId, Path target) {
    return database.doReturningWork(connection -> copy(connection, importId, target));
  }

  /// A copy of the file of an import, for the caller to remove; nothing when it is no longer kept.
  @Transactional
  Optional<Path> copy(long importId) {
    Path copy = temporary();
    boolean whole = false;
    try {
      whole = copy(importId, copy);
      return whole ? Optional.of(copy) : Optional.empty();
    } finally {
      if (!whole) {
        remove(copy);
      }
    }
  }

  /// An empty file, for the caller to remove.
  Path temporary() {
    try {
      OwnerFolder.of(directory);
      return Files.createTempFile(directory, COPY, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean copy(Connection connection, long importId, Path target)
      throws SQLException {
    AtomicBoolean found = new AtomicBoolean();
    try (OutputStream out = Files.newOutputStream(target)) {
      PIECES
          .with("id", importId)
          .each(connection, 1, pieces -> found.set(write(pieces.getFirst(), out)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.get();
  }

  private static boolean write(byte[] piece, OutputStream out) {
    try {
      out.write(piece);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes the file that a job had to itself, if it is on this machine.
  void removeFileOf(Job job) {
    remove(file(job));
  }

  void remove(long importId) {
    REMOVE.with("id", importId).run(database);
  }

  private Path file(Job job) {
    return directory.resolve(PREFIX + job.id());
  }

  /// Removes what jobs had on this machine that ended when their process did.
  void clean(@Observes Upkeep moment) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> left =
          files.filter(file -> isOver(file) || isForgotten(file, moment.now())).toList();
      left.forEach(ImportFiles::remove);
    } catch (IOException e) {
      Log.warn("Files of jobs that have ended are not cleaned up", e);
    }
  }

  /// A copy whose download never ended.
  private static boolean isForgotten(Path file, Instant now) {
    try {
      return file.getFileName().toString().startsWith(COPY)
          && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LONGEST_COPY));
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isOver(Path file) {
    String name = file.getFileName().toString();
    return name.matches(PREFIX + "[0-9]{1,18}")
        && jobs.find(Long.parseLong(name.substring(PREFIX.length())))
            .filter(Job::isActive)
            .isEmpty();
  }

  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      Log.warnf("%s is not cleaned up: %s", file, e.getMessage());
    }
  }
}
