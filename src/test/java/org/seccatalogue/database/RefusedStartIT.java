package org.seccatalogue.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.Main;

@Tag("process")
class RefusedStartIT {
  private Path directory;

  @BeforeEach
  void directory(@TempDir Path temporary) throws IOException {
    directory = temporary.toRealPath();
  }

  @Test
  void refusesADirectoryInUse() {
    var sentence =
        "The database directory %s is in use by another running catalogue. Stop that one, or choose another directory with CATALOGUE_DATABASE_DIRECTORY."
            .formatted(directory);
    try (var _ = Databases.started(directory)) {
      assertThat(Databases.refusal(directory)).isEqualTo(sentence);
      assertThat(Databases.refusal(directory)).isEqualTo(sentence);
      assertThat(runMain()).isEqualTo(new Outcome(1, List.of(sentence)));
    }
    Databases.started(directory).close();
  }

  @Test
  void refusesDataOfAnotherVersion() throws IOException {
    var cluster = Files.createDirectory(directory.resolve("cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
    var sentence =
        "The database directory %s holds data of PostgreSQL 17, this program brings PostgreSQL 18. Start the version of the catalogue that wrote it, or choose another directory with CATALOGUE_DATABASE_DIRECTORY."
            .formatted(directory);
    assertThat(Databases.refusal(directory)).isEqualTo(sentence);
    assertThat(runMain()).isEqualTo(new Outcome(1, List.of(sentence)));
    assertThat(cluster.resolve("PG_VERSION")).hasContent("17");
  }

  @Test
  void refusesADirectoryItCannotWrite() throws IOException {
    var file = Files.createFile(directory.resolve("file"));
    for (var unwritable : List.of(file, file.resolve("database"))) {
      assertThat(Databases.refusal(unwritable))
          .isEqualTo(
              "The database directory %s cannot be written. Make it writable for this user, or choose another directory with CATALOGUE_DATABASE_DIRECTORY."
                  .formatted(unwritable));
    }
  }

  @Test
  void refusesDataWithoutItsPasswords() throws IOException {
    Databases.started(directory).close();
    var file = directory.resolve("credentials.properties");
    Files.delete(file);
    assertThat(Databases.refusal(directory))
        .isEqualTo(
            "The file %s is missing, and with it the passwords of the database. Put it back from a backup."
                .formatted(file));
  }

  @Test
  void saysWhereTheLogIsWhenTheServerDoesNotStart() throws IOException {
    Databases.started(directory).close();
    Files.writeString(directory.resolve("cluster/postgresql.conf"), "no_such_setting = on");
    assertThat(Databases.refusal(directory))
        .isEqualTo(
            "PostgreSQL does not start in %1$s. Its log is %1$s/server.log.".formatted(directory));
    assertThat(directory.resolve("server.log")).content().contains("no_such_setting");
  }

  private record Outcome(int exitCode, List<String> errors) {}

  private Outcome runMain() {
    var options = List.of("-Dcatalogue.database.directory=" + directory);
    try {
      var process = ChildProgram.of(Main.class, options).start();
      try (var errors = process.errorReader()) {
        var lines = errors.readAllLines();
        return new Outcome(process.onExit().join().exitValue(), lines);
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
