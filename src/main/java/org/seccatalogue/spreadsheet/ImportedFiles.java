package org.seccatalogue.spreadsheet;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of imports, to be given back with their findings. Each is called by its digest, so
/// that the same file is kept once however often it is sent, and can never be mistaken for another.
/// They are removed some time after they were last sent.
@ApplicationScoped
class ImportedFiles {

  private final Path directory;
  private final Duration kept;
  private final Clock clock;

  ImportedFiles(ImportLimits settings, Clock clock) {
    this.directory = settings.uploads().resolve("files");
    this.kept = settings.filesKept();
    this.clock = clock;
  }

  /// Keeps a copy of a file. An import does not depend on it: where there is no room, it is only
  /// said in the log.
  ///
  /// @param digest SHA-256 of the file, 64 hexadecimal digits
  void keep(String digest, Path content) {
    try {
      Path part = temporary();
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
      Files.move(
          part,
          directory.resolve(digest),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Log.warn("The file of an import is not kept", e);
    }
  }

  /// The file, as long as it is kept.
  Optional<Path> find(String digest) {
    Path file = directory.resolve(digest);
    return digest.matches("[0-9a-f]{64}") && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /// An empty file for what is made of one that is kept. It is removed with the others when it is
  /// forgotten.
  Path temporary() throws IOException {
    Files.createDirectories(directory);
    return Files.createTempFile(directory, "file", ".part");
  }

  void removeOldAtStart(@Observes StartupEvent start) {
    removeOld();
  }

  /// Removes what was kept for long enough.
  ///
  /// @return how many files
  int removeOld() {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return (int) files.filter(this::isOver).filter(ImportedFiles::remove).count();
    } catch (IOException e) {
      Log.warn("Files of imports are not removed", e);
      return 0;
    }
  }

  private boolean isOver(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(kept));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean remove(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      Log.warnf("%s is not removed: %s", file, e.getMessage());
      return false;
    }
  }
}
