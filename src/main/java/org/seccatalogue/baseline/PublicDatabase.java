package org.seccatalogue.baseline;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the published store, as a role that can select there and nowhere else.
@ApplicationScoped
class PublicDatabase {

  private final AgroalDataSource source;

  PublicDatabase(@DataSource("published") AgroalDataSource source) {
    this.source = source;
  }

  /// Reads one row.
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// All rows of a query. Arrays of texts may be parameters.
  <T> List<T> list(String sql, Row<T> reader, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        set(connection, select, i + 1, parameters[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The published store cannot be read", e);
    }
  }

  /// Gives the rows of a query a few at a time, so that their number does not matter.
  <T> void each(Sql sql, Row<T> reader, int batch, Consumer<List<T>> consumer) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement select = connection.prepareStatement(sql.text())) {
        select.setFetchSize(batch);
        Object[] values = sql.values();
        for (int i = 0; i < values.length; i++) {
          set(connection, select, i + 1, values[i]);
        }
        each(select, reader, batch, consumer);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The published store cannot be read", e);
    }
  }

  private static <T> void each(
      PreparedStatement select, Row<T> reader, int batch, Consumer<List<T>> consumer)
      throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
        if (found.size() == batch) {
          consumer.accept(found);
          found = new ArrayList<>();
        }
      }
      if (!found.isEmpty()) {
        consumer.accept(found);
      }
    }
  }

  /// The only row of a query, if there is one.
  <T> Optional<T> first(String sql, Row<T> reader, Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  private static void set(
      Connection connection, PreparedStatement select, int index, Object parameter)
      throws SQLException {
    if (parameter instanceof String[] texts) {
      select.setArray(index, connection.createArrayOf("text", texts));
    } else {
      select.setObject(index, parameter);
    }
  }
}
