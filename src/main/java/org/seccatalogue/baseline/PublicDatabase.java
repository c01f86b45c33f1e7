package org.seccatalogue.baseline;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.seccatalogue.sql.Query;

/// Asks the published store, as a role that can select there and nowhere else.
@ApplicationScoped
public class PublicDatabase {

  private final AgroalDataSource source;

  PublicDatabase(@DataSource("published") AgroalDataSource source) {
    this.source = source;
  }

  /// All rows of a query.
  public <T> List<T> list(Query<T> query) {
    try (Connection connection = source.getConnection()) {
      return query.list(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// The first row of a query, if there is one.
  public <T> Optional<T> first(Query<T> query) {
    return list(query).stream().findFirst();
  }

  /// The row of a query that always gives one.
  <T> T only(Query<T> query) {
    try (Connection connection = source.getConnection()) {
      return query.only(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// Gives the rows of a query a few at a time, so that their number does not matter.
  public <T> void each(Query<T> query, int batch, Consumer<List<T>> consumer) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        query.each(connection, batch, consumer);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(SQLException e) {
    return new IllegalStateException("The published store cannot be read", e);
  }
}
