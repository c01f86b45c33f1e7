package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements on the connection of a transaction, with what they read or did.
public final class JdbcRows {

  private JdbcRows() {}

  /// Reads one row of a result.
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  public static <T> List<T> read(
      Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement select = bound(connection, sql, values);
        ResultSet found = select.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(reading.of(found));
      }
      return rows;
    }
  }

  static <T> Optional<T> first(
      Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    return read(connection, sql, reading, values).stream().findFirst();
  }

  static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement update = bound(connection, sql, values)) {
      return update.executeUpdate();
    }
  }

  /// Lists of texts, whole numbers and times become arrays.
  private static PreparedStatement bound(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof List<?> list) {
        statement.setArray(i + 1, connection.createArrayOf(typeOf(list), list.toArray()));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  private static String typeOf(List<?> list) {
    return list.stream().anyMatch(Integer.class::isInstance) ? "integer" : "text";
  }
}
