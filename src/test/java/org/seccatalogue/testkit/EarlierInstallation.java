package org.seccatalogue.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/// Before the application starts: a database as an earlier version left it, built by the migrations
/// that there were then. What is migrated further, the application does when it starts.
public final class EarlierInstallation implements QuarkusTestResourceLifecycleManager {

  private String version = "";
  private String drafting = "";
  private String published = "";

  @Override
  public void init(Map<String, String> arguments) {
    version = Objects.requireNonNull(arguments.get("version"));
    drafting = Objects.requireNonNull(arguments.get("drafting"));
    published = Objects.requireNonNull(arguments.get("published"));
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new TreeMap<>(new TestDatabase().start());
    Server server =
        new Server(name -> Optional.ofNullable(settings.get(name)).or(configured(name)));
    EarlierCatalogue catalogue = EarlierCatalogue.of(version);
    try (Connection owner = server.connect()) {
      removeFormer(owner);
      migrateTo(lastMigration(catalogue), server);
      new EarlierTables(owner, drafting, published).load(catalogue);
      Path uploads =
          Files.createTempDirectory(Files.createDirectories(TestFolder.PATH), "uploads-");
      catalogue.writeUploads(uploads);
      settings.put("catalogue.import.uploads", uploads.toString());
      Path keys = Files.createTempDirectory(TestFolder.PATH, "keys-");
      settings.put("catalogue.signing.development-key", keys.resolve("signing-key.pem").toString());
      return settings;
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A connection as the role that owns the tables.
  public static Connection asOwner() throws SQLException {
    return new Server(name -> configured(name).get()).connect();
  }

  private static Supplier<Optional<String>> configured(String name) {
    return () -> ConfigProvider.getConfig().getOptionalValue(name, String.class);
  }

  /// The server of the tests, by its settings.
  private record Server(Function<String, Optional<String>> settings) {

    Optional<String> setting(String name) {
      return settings.apply(name);
    }

    String url() {
      return setting("quarkus.datasource.jdbc.url").orElseThrow();
    }

    /// The name or password of the role that owns the tables.
    String owner(String what) {
      return setting("quarkus.flyway." + what)
          .or(() -> setting("quarkus.datasource." + what))
          .orElse("");
    }

    String application() {
      return setting("catalogue.application-role").orElseGet(() -> owner("username"));
    }

    String reader() {
      return setting("quarkus.datasource.published.username").orElseGet(() -> owner("username"));
    }

    Connection connect() throws SQLException {
      return DriverManager.getConnection(url(), owner("username"), owner("password"));
    }
  }

  /// A server of one's own may have what an earlier run left there.
  private void removeFormer(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("drop schema if exists " + drafting + " cascade");
      statement.execute("drop schema if exists " + published + " cascade");
    }
  }

  private static String lastMigration(EarlierCatalogue catalogue) {
    return catalogue
        .table(EarlierTables.MIGRATIONS)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1)[1])
        .max(String::compareTo)
        .orElseThrow();
  }

  private void migrateTo(String last, Server server) {
    Flyway.configure()
        .dataSource(server.url(), server.owner("username"), server.owner("password"))
        .locations("filesystem:src/main/resources/db/migration")
        .defaultSchema(drafting)
        .schemas(drafting)
        .placeholders(
            Map.of(
                "applicationRole", server.application(),
                "publishedSchema", published,
                "publicRole", server.reader()))
        .target(last)
        .load()
        .migrate();
  }

  @Override
  public void stop() {}
}
