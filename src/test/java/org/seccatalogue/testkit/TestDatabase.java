package org.seccatalogue.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.database.DatabaseStart.Refused;
import org.seccatalogue.database.DatabaseStart.Started;
import org.seccatalogue.database.EmbeddedDatabase;

/// The database of the tests that run the application: a server of one's own if one is given with
/// `QUARKUS_DATASOURCE_JDBC_URL` or `-Dcatalogue.test.jdbc-url` (`-username`, `-password`), else a
/// fresh embedded one, shared by all tests of the process.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

  @Override
  public Map<String, String> start() {
    var given = System.getProperty("catalogue.test.jdbc-url");
    if (given != null) {
      return Map.of(
          JDBC_URL,
          given,
          "quarkus.datasource.username",
          System.getProperty("catalogue.test.username", ""),
          "quarkus.datasource.password",
          System.getProperty("catalogue.test.password", ""));
    }
    startOnce();
    return Map.of();
  }

  /// Tests run in several class loaders, and share nothing but the system properties. There the
  /// settings stay, as they do when the application starts its database itself.
  private static void startOnce() {
    synchronized (System.getProperties()) {
      if (isConfigured(System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))
          || isConfigured(System.getProperty(JDBC_URL))) {
        return;
      }
      startedIn(newDirectory()).settings().forEach(System::setProperty);
    }
  }

  /// A connection as the role that owns the tables.
  public static Connection asOwner() throws SQLException {
    var config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue(JDBC_URL, String.class),
        owner(config, "username").orElseThrow(),
        owner(config, "password").orElse(""));
  }

  /// The same in the schema of the draft, within a transaction: what is done there holds others up,
  /// and goes when it is rolled back.
  static Connection inTheDraft() throws SQLException {
    Connection connection = asOwner();
    connection.setAutoCommit(false);
    connection.setSchema(
        ConfigProvider.getConfig().getValue("quarkus.flyway.default-schema", String.class));
    return connection;
  }

  private static Optional<String> owner(Config config, String setting) {
    return config
        .getOptionalValue("quarkus.flyway." + setting, String.class)
        .or(() -> config.getOptionalValue("quarkus.datasource." + setting, String.class));
  }

  private static boolean isConfigured(@Nullable String url) {
    return url != null && !url.isBlank();
  }

  private static EmbeddedDatabase startedIn(Path directory) {
    return switch (EmbeddedDatabase.start(directory, TestFolder.PATH.resolve("postgresql"))) {
      case Started(EmbeddedDatabase database) -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database)));
        yield database;
      }
      case Refused(String sentence) -> throw new IllegalStateException(sentence);
    };
  }

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory(Files.createDirectories(TestFolder.PATH), "database-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void remove(EmbeddedDatabase database) {
    database.close();
    try (var paths = Files.walk(database.directory())) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The server outlives the test resource: the next test in this process uses it too.
  @Override
  public void stop() {}
}
