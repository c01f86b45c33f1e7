package org.seccatalogue.database;

import java.nio.file.Path;
import java.sql.SQLException;

/// A program to be killed: it starts the database of a directory and writes one number after the
/// other. A number is printed when its commit was acknowledged.
final class AcknowledgedWrites {
  private AcknowledgedWrites() {}

  public static void main(String... arguments) throws SQLException {
    try (var database = Databases.started(Path.of(arguments[0]));
        var connection = Databases.asOwner(database)) {
      Databases.execute(connection, "CREATE TABLE number (value integer PRIMARY KEY)");
      for (int value = 0; true; value++) {
        Databases.execute(connection, "INSERT INTO number VALUES (" + value + ")");
        System.out.println(value);
      }
    }
  }
}
