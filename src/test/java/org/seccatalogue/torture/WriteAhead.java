package org.seccatalogue.torture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// The files that the database writes ahead. Each takes 16 MB when it is begun, and there is one
/// in use for a long time when little is written: this begins the next ones.
///
/// @param database what `catalogue.database.directory` says
record WriteAhead(Path database) {

  private static final int FILES = 12;
  private static final int LINE_OF_PORT = 3;

  /// Begins one file after the other until the database cannot, or has long had room.
  void moveOn() throws IOException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < FILES; i++) {
        statement.execute("select pg_create_restore_point('torture')");
        statement.execute("select pg_switch_wal()");
      }
    } catch (SQLException itHasNoRoom) {
      Thread.onSpinWait();
    }
  }

  private Connection connection() throws IOException, SQLException {
    Properties passwords = new Properties();
    try (Reader reader = Files.newBufferedReader(database.resolve("credentials.properties"))) {
      passwords.load(reader);
    }
    String port =
        Files.readAllLines(database.resolve("cluster").resolve("postmaster.pid"))
            .get(LINE_OF_PORT)
            .strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/catalogue",
        "postgres",
        passwords.getProperty("postgres"));
  }
}
