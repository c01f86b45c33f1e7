package org.seccatalogue.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.postgresql.PGConnection;

/// The tables of the drafting store once more, made by the same migrations in a schema of their
/// own: what an import writes is copied into them straight.
final class FloorTables implements AutoCloseable {

  private static final String SCHEMA = "bench_floor";
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /// What an import writes, and how its rows are found below a section's path.
  private static final Map<String, String> TABLES = tables();

  private final Connection database;
  private final Path folder;

  private FloorTables(Connection database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  private static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("record", "t.key = r.key");
    tables.put("revision", "t.key = r.key");
    tables.put("link", "t.source = r.key");
    return tables;
  }

  /// Makes the tables and fills them with what the catalogue holds.
  static FloorTables create(Config config, Path folder) {
    try {
      FloorTables tables = new FloorTables(connect(config), folder);
      tables.execute("drop schema if exists " + SCHEMA + " cascade");
      tables.execute("drop schema if exists " + SCHEMA + "_published cascade");
      tables.execute("create schema " + SCHEMA);
      tables.execute("set search_path = " + SCHEMA);
      tables.migrate();
      tables.copyAll();
      return tables;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(Config config) throws SQLException {
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        either(config, "username"),
        either(config, "password"));
  }

  /// The migrations may have an account of their own.
  private static String either(Config config, String name) {
    return config
        .getOptionalValue("quarkus.flyway." + name, String.class)
        .orElseGet(() -> config.getValue("quarkus.datasource." + name, String.class));
  }

  private void migrate() throws IOException, SQLException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : files.sorted().toList()) {
        execute(
            Files.readString(file)
                .replace("${applicationRole}", "current_user")
                .replace("${publicRole}", "current_user")
                .replace("${publishedSchema}", SCHEMA + "_published")
                .replace("${flyway:defaultSchema}", SCHEMA));
      }
    }
  }

  private void copyAll() throws SQLException {
    database.setAutoCommit(false);
    execute(
        "insert into %s.workflow_stage select * from drafting.workflow_stage".formatted(SCHEMA));
    for (String table : TABLES.keySet()) {
      String columns = columns(table);
      execute(
          "insert into %1$s.%2$s (%3$s) select %3$s from drafting.%2$s"
              .formatted(SCHEMA, table, columns));
    }
    database.commit();
    database.setAutoCommit(true);
  }

  private String columns(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement select =
        database.prepareStatement(
            "select column_name from information_schema.columns where table_schema = 'drafting'"
                + " and table_name = ? and is_generated = 'NEVER' order by ordinal_position")) {
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return String.join(", ", names);
  }

  String version() {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("show server_version")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Writes to files what the import into a section wrote.
  void dump(String section) {
    TABLES.forEach((table, belongs) -> dump(section, table, belongs));
  }

  private void dump(String section, String table, String belongs) {
    try (OutputStream out = Files.newOutputStream(file(section, table))) {
      String columns = "t." + columns(table).replace(", ", ", t.");
      copy()
          .copyOut(
              """
              copy (select %s from drafting.%s t join drafting.record r on %s
                join drafting.record s on s.reference = '%s' and r.parent = s.key
                order by r.path) to stdout
              """
                  .formatted(columns, table, belongs, section),
              out);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(String section, String table) {
    return folder.resolve(section + "." + table + ".copy");
  }

  private org.postgresql.copy.CopyManager copy() throws SQLException {
    return database.unwrap(PGConnection.class).getCopyAPI();
  }

  /// Copies what was dumped into the tables, in one transaction.
  void load(String section) {
    try {
      database.setAutoCommit(false);
      for (String table : TABLES.keySet()) {
        try (InputStream in = Files.newInputStream(file(section, table))) {
          copy().copyIn("copy %s (%s) from stdin".formatted(table, columns(table)), in);
        }
      }
      database.commit();
      database.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the current revisions of all records of a section in one select.
  ///
  /// @return the number of characters of their contents
  long read(String section) {
    try {
      database.setAutoCommit(false);
      long characters = 0;
      try (PreparedStatement select =
          database.prepareStatement(
              """
              select v.key, v.number, v.stage, v.content from drafting.record s
              join drafting.record r on r.parent = s.key
              join drafting.revision v on v.key = r.key and v.number = r.revision
              where s.reference = ?
              """)) {
        select.setString(1, section);
        select.setFetchSize(1000);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            characters += rows.getString(1).length() + rows.getString(4).length();
          }
        }
      }
      database.commit();
      database.setAutoCommit(true);
      return characters;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      execute("drop schema " + SCHEMA + " cascade");
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
