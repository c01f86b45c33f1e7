package org.seccatalogue.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.database.DatabaseStart.Refused;
import org.seccatalogue.database.DatabaseStart.Started;
import org.seccatalogue.testkit.TestFolder;

/// Databases and connections for the tests of this package.
final class Databases {
  /// Unpacked once for all tests.
  static final Path PROGRAMS = TestFolder.PATH.resolve("postgresql");

  private Databases() {}

  static EmbeddedDatabase started(Path directory) {
    return switch (EmbeddedDatabase.start(directory, PROGRAMS)) {
      case Started(EmbeddedDatabase database) -> database;
      case Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  static String refusal(Path directory) {
    return switch (EmbeddedDatabase.start(directory, PROGRAMS)) {
      case Started(EmbeddedDatabase database) -> {
        database.close();
        throw new AssertionError("It should not have started");
      }
      case Refused(String sentence) -> sentence;
    };
  }

  static Connection asOwner(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), Credentials.OWNER_ROLE, database.credentials().owner());
  }

  static Connection asApplication(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), Credentials.APPLICATION_ROLE, database.credentials().application());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> column(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
