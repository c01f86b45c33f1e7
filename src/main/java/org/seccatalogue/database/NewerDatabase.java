package org.seccatalogue.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Tells whether a database was changed by a later version of the program. Its tables are not those
/// that this version knows, and it would write into them what no version expects.
public final class NewerDatabase {

  /// There is no such table: the database is new.
  private static final String UNDEFINED_TABLE = "42P01";

  private NewerDatabase() {}

  /// Where a database is, and as whom its tables are made.
  ///
  /// @param schema where the tables are
  public record Place(String url, String user, String password, String schema) {
    @Override
    public String toString() {
      return url;
    }
  }

  /// Why the program must not start with a database, if it must not.
  public static Optional<String> refusal(Place place) {
    Properties account = new Properties();
    account.setProperty("user", place.user());
    account.setProperty("password", place.password());
    try (Connection connection = new org.postgresql.Driver().connect(place.url(), account)) {
      return Optional.ofNullable(unknown(connection, place.schema()))
          .map(script -> sentence(place, script));
    } catch (SQLException e) {
      return UNDEFINED_TABLE.equals(e.getSQLState())
          ? Optional.empty()
          : Optional.of("The database at %s does not answer: %s".formatted(place, e.getMessage()));
    }
  }

  private static String sentence(Place place, String script) {
    return ("The database at %s was changed by a later version of the catalogue: %s is not known"
            + " here. Nothing was touched. Start that version, or bring back a copy of the data from"
            + " before.")
        .formatted(place, script);
  }

  /// The first change that was made to the tables and is not among ours.
  private static @Nullable String unknown(@Nullable Connection connection, String schema)
      throws SQLException {
    if (connection == null) {
      return null;
    }
    try (Statement statement = connection.createStatement();
        ResultSet scripts =
            statement.executeQuery(
                ("select script from %s.flyway_schema_history where type = 'SQL' and success"
                        + " order by installed_rank")
                    .formatted(schema))) {
      while (scripts.next()) {
        String script = scripts.getString(1);
        if (NewerDatabase.class.getResource("/" + script) == null) {
          return script;
        }
      }
    }
    return null;
  }
}
