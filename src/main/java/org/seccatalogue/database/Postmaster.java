package org.seccatalogue.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What became of the server process that the cluster has on record.
sealed interface Postmaster {

  /// None is on record, or the one on record is dead; the server itself clears that away.
  record Absent() implements Postmaster {}

  /// It runs, on this cluster.
  record Running(ProcessHandle process) implements Postmaster {}

  /// Its process number belongs to some other program now. The server would take that for itself
  /// and refuse to start, and a stop would hit the wrong program.
  record Replaced(Path pidFile) implements Postmaster {}

  static Postmaster of(Path cluster) throws IOException {
    var process = recorded(cluster);
    if (process.isEmpty()) {
      return new Absent();
    }
    return serves(process.get().info(), cluster)
        ? new Running(process.get())
        : new Replaced(pidFile(cluster));
  }

  /// A server that was killed while it wrote its number, or had no room for it, leaves a file
  /// without one, and no server starts beside that.
  static void removeUnwritten(Path cluster) throws IOException {
    if (recordedIn(pidFile(cluster)).isEmpty()) {
      Files.deleteIfExists(pidFile(cluster));
    }
  }

  private static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  private static Optional<ProcessHandle> recorded(Path cluster) throws IOException {
    return recordedIn(pidFile(cluster)).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
  }

  private static Optional<Long> recordedIn(Path pidFile) throws IOException {
    try (var lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(pid -> pid.matches("\\d{1,18}"))
          .map(Long::valueOf);
    } catch (NoSuchFileException stopped) {
      return Optional.empty();
    }
  }

  /// Not every system tells both the program and the arguments of a process; one of them it must.
  private static boolean serves(ProcessHandle.Info process, Path cluster) {
    var isPostgres =
        process
            .command()
            .map(Path::of)
            .map(program -> String.valueOf(program.getFileName()))
            .map(name -> name.equals("postgres") || name.equals("postgres.exe"));
    var isOnCluster =
        process.arguments().map(arguments -> List.of(arguments).contains(cluster.toString()));
    return (isPostgres.isPresent() || isOnCluster.isPresent())
        && isPostgres.orElse(true)
        && isOnCluster.orElse(true);
  }
}
