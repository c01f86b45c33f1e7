package org.seccatalogue.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.assertj.core.api.Condition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("process")
class EmbeddedDatabaseIT {
  private static final Condition<SQLException> WRONG_PASSWORD =
      new Condition<>(e -> "28P01".equals(e.getSQLState()), "refused for its password");

  private static final Condition<SQLException> FORBIDDEN =
      new Condition<>(e -> "42501".equals(e.getSQLState()), "refused for missing rights");

  private Path directory;
  private EmbeddedDatabase database;

  @BeforeAll
  void start(@TempDir Path parent) {
    directory = parent.resolve("new/database");
    database = Databases.started(directory);
  }

  @AfterAll
  void stop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "server_encoding, UTF8",
    "log_timezone, UTC",
  })
  void runsWithSetting(String setting, String expected) throws SQLException {
    try (var connection = superuser("template1", database.credentials().superuser())) {
      assertThat(Databases.column(connection, "SHOW " + setting)).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "catalogue_owner", "catalogue_app", "catalogue_public"})
  void refusesEveryRoleWithoutItsPassword(String role) {
    var url = database.jdbcUrl();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection(url, role, "wrong"))
        .is(WRONG_PASSWORD);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection(url, role, null))
        .withMessageContaining("no password was provided");
  }

  @Test
  void trustsNobody() throws Exception {
    assertThat(Files.readAllLines(directory.resolve("cluster/pg_hba.conf")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith("scram-sha-256"));
  }

  @Test
  void keepsDataAndPasswordsFromOtherAccounts() throws Exception {
    assertPermissions(directory, "rwx------");
    assertPermissions(directory.resolve("cluster"), "rwx------");
    assertPermissions(directory.resolve("credentials.properties"), "rw-------");
    assertPermissions(directory.resolve("server.log"), "rw-------");
  }

  private static void assertPermissions(Path path, String expected) throws Exception {
    var permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    assertThat(permissions).as("permissions of %s", path).isEqualTo(expected);
  }

  @Test
  void choosesPasswordsThatNobodyGuesses() {
    var credentials = database.credentials();
    var passwords =
        Set.of(
            credentials.superuser(),
            credentials.owner(),
            credentials.application(),
            credentials.reader());
    assertThat(passwords).hasSize(4).allSatisfy(p -> assertThat(p).hasSizeGreaterThan(32));
    assertThat(credentials.toString()).doesNotContain(passwords);
  }

  @Test
  void letsTheApplicationDoOnlyWhatItWasGranted() throws SQLException {
    try (var owner = Databases.asOwner(database);
        var application = Databases.asApplication(database)) {
      Databases.execute(owner, "CREATE TABLE note (text text)");
      assertForbidden(() -> Databases.execute(application, "SELECT * FROM note"));
      assertForbidden(() -> Databases.execute(application, "CREATE TABLE own (text text)"));
      Databases.execute(owner, "GRANT SELECT ON note TO catalogue_app");
      assertThat(Databases.column(application, "SELECT * FROM note")).isEmpty();
    }
  }

  private static void assertForbidden(ThrowingCallable statement) {
    assertThatExceptionOfType(SQLException.class).isThrownBy(statement).is(FORBIDDEN);
  }

  @Test
  void keepsTheApplicationOutOfOtherDatabases() {
    var url = database.jdbcUrl().replace("/catalogue", "/postgres");
    var password = database.credentials().application();
    assertForbidden(() -> DriverManager.getConnection(url, "catalogue_app", password));
  }

  @Test
  void letsTheOwnerAddTheExtensionsOfSearch() throws SQLException {
    try (var owner = Databases.asOwner(database)) {
      Databases.execute(owner, "CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent");
      Databases.execute(owner, "CREATE EXTENSION ltree");
    }
  }

  @Test
  void tellsWordsApartAtTypographicPunctuation() throws SQLException {
    var sql = "SELECT unnest(tsvector_to_array(to_tsvector('simple', '“Été”–naïve 10–20')))";
    try (var application = Databases.asApplication(database)) {
      assertThat(Databases.column(application, sql))
          .containsExactlyInAnyOrder("été", "naïve", "10", "20");
    }
  }

  @Test
  void keepsWhatWasWrittenForTheNextStart(@TempDir Path other) throws SQLException {
    try (var first = Databases.started(other);
        var owner = Databases.asOwner(first)) {
      Databases.execute(owner, "CREATE TABLE note AS SELECT 'kept' AS text");
    }
    try (var second = Databases.started(other);
        var owner = Databases.asOwner(second)) {
      assertThat(Databases.column(owner, "SELECT text FROM note")).containsExactly("kept");
      assertThat(other.resolve("server.log")).content().doesNotContain("recovery");
    }
  }

  private Connection superuser(String name, String password) throws SQLException {
    var url = database.jdbcUrl().replace("/catalogue", "/" + name);
    return DriverManager.getConnection(url, "postgres", password);
  }
}
