package org.seccatalogue.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there after any process is killed at any moment.
@Tag("process")
class KilledDatabaseIT {
  private static final int ENOUGH = 200;

  @TempDir private Path directory;

  @Test
  void recoversWhenTheServerIsKilled() throws Exception {
    try (var database = Databases.started(directory);
        var connection = Databases.asOwner(database)) {
      Databases.execute(connection, "CREATE TABLE number (value integer PRIMARY KEY)");
      Databases.execute(connection, "INSERT INTO number VALUES (1), (2)");
      killServer();
    }
    assertThat(numbersAfterRestart()).containsExactly("1", "2");
  }

  @Test
  void aServerThatIsKilledIsStartedAgainAtTheSamePlace() throws Exception {
    try (var database = Databases.started(directory)) {
      var lost = new AtomicBoolean();
      database.keepRunning(() -> lost.set(true));
      try (var connection = Databases.asOwner(database)) {
        Databases.execute(connection, "CREATE TABLE number (value integer PRIMARY KEY)");
        Databases.execute(connection, "INSERT INTO number VALUES (1), (2)");
      }
      killServer();
      assertThat(numbersOnceItAnswers(database)).containsExactly("1", "2");
      assertThat(lost).isFalse();
    }
  }

  private static List<String> numbersOnceItAnswers(EmbeddedDatabase database) throws SQLException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (true) {
      try (var connection = Databases.asOwner(database)) {
        return Databases.column(connection, "SELECT value FROM number ORDER BY value");
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void recoversWhenTheApplicationIsKilledAndItsServerGoesOn() throws Exception {
    var acknowledged = killedApplication();
    assertThat(postmaster().isAlive()).isTrue();
    assertThat(numbersAfterRestart()).containsAll(acknowledged);
  }

  @Test
  void recoversWhenBothAreKilled() throws Exception {
    var acknowledged = killedApplication();
    killServer();
    assertThat(numbersAfterRestart()).containsAll(acknowledged);
  }

  @Test
  void recoversWhenTheNumberOfTheKilledServerBelongsToAnotherProgram() throws Exception {
    var acknowledged = killedApplication();
    killServer();
    var lines = Files.readAllLines(pidFile());
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile(), lines);
    assertThat(numbersAfterRestart()).containsAll(acknowledged);
  }

  @Test
  void recoversWhenTheServerWasKilledBeforeItHadWrittenItsNumber() throws Exception {
    var acknowledged = killedApplication();
    killServer();
    Files.write(pidFile(), new byte[0]);
    assertThat(numbersAfterRestart()).containsAll(acknowledged);
  }

  @Test
  void beginsAnewWhenTheFirstStartWasInterrupted() throws Exception {
    var unfinished = Files.createDirectory(directory.resolve("unfinished-cluster-1"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "18");
    try (var _ = Databases.started(directory)) {
      assertThat(unfinished).doesNotExist();
    }
  }

  private List<String> killedApplication() throws IOException {
    return ChildProgram.killedAfter(
        ENOUGH, ChildProgram.of(AcknowledgedWrites.class, List.of(), directory.toString()));
  }

  private List<String> numbersAfterRestart() throws SQLException {
    try (var database = Databases.started(directory);
        var connection = Databases.asOwner(database)) {
      return Databases.column(connection, "SELECT value FROM number ORDER BY value");
    }
  }

  private void killServer() throws IOException {
    var postmaster = postmaster();
    var processes = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
  }

  private ProcessHandle postmaster() throws IOException {
    var pid = Files.readAllLines(pidFile()).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private Path pidFile() {
    return directory.resolve("cluster/postmaster.pid");
  }
}
