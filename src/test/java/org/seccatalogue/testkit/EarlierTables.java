package org.seccatalogue.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// The tables of an earlier catalogue in a database: loaded, and read as they were kept.
///
/// @param drafting the schema that has the tables which were in `drafting`
public record EarlierTables(Connection connection, String drafting, String published) {

  /// The history of migrations, which those that build the tables write anew.
  public static final String MIGRATIONS = "drafting.flyway_schema_history";

  /// Loads tables that are empty. What refuses changes is asleep meanwhile; references between
  /// tables are not.
  void load(EarlierCatalogue catalogue) throws SQLException, IOException {
    Map<String, String> kept = new HashMap<>();
    catalogue.tables().forEach((table, rows) -> kept.put(here(table), rows));
    kept.remove(here(MIGRATIONS));
    List<String> tables = inOrder(kept.keySet());
    connection.setAutoCommit(false);
    for (String table : tables) {
      execute("alter table " + table + " disable trigger user");
    }
    for (String table : tables) {
      copyIn(table, Objects.requireNonNull(kept.get(table)));
    }
    execute("set constraints all immediate");
    for (String table : tables) {
      execute("alter table " + table + " enable trigger user");
    }
    countOn(catalogue.text("sequences.csv"));
    connection.commit();
  }

  /// A table that names another one is made after it.
  private List<String> inOrder(Set<String> tables) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relnamespace::regnamespace || '.' || relname from pg_class order by oid")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    found.retainAll(tables);
    if (found.size() != tables.size()) {
      throw new AssertionError("of " + tables + " there are only " + found);
    }
    return found;
  }

  private void copyIn(String table, String rows) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy %s (%s) from stdin (format csv, header)".formatted(table, columns(rows)),
            new StringReader(rows));
  }

  private void countOn(String sequences) throws SQLException {
    for (String line : sequences.lines().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      if (!cells[2].isEmpty()) {
        execute("select setval('%s', %s)".formatted(here(cells[0] + "." + cells[1]), cells[2]));
      }
    }
  }

  /// What the columns that a table had say now, in the form in which they were kept.
  public String now(String table, String kept) throws SQLException, IOException {
    execute("set time zone 'UTC'");
    StringWriter out = new StringWriter();
    String columns = columns(kept);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "copy (select %1$s from %2$s order by (%1$s)::text collate \"C\")"
                    .formatted(columns, here(table))
                + " to stdout (format csv, header)",
            out);
    return out.toString();
  }

  private static String columns(String csv) {
    return Arrays.stream(csv.lines().findFirst().orElseThrow().split(",", -1))
        .collect(Collectors.joining("\", \"", "\"", "\""));
  }

  private String here(String table) {
    return table
        .replaceFirst("^drafting\\.", drafting + ".")
        .replaceFirst("^published\\.", published + ".");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
