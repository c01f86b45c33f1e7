package org.seccatalogue.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// A statement that gives rows, and the type that a row is read into.
///
/// A record takes each of its components from the column of that name (`startedAt` from
/// `started_at`); a component that is itself a record takes its own columns from the same row,
/// and is absent when they are all empty. Any
/// other type is the only column. Statements that stand in a constant are checked against the
/// database when the program is built.
///
/// It is immutable: a constant is the question, and [#with] makes copies that carry the values.
public final class Query<T> {

  private final Statement statement;
  private final Shape<T> shape;

  private Query(Statement statement, Shape<T> shape) {
    this.statement = statement;
    this.shape = shape;
  }

  /// A query whose rows are records of that type.
  ///
  /// @param text with `:name` where a value is to stand
  public static <T> Query<T> of(Class<T> type, String text) {
    return new Query<>(Statement.of(text), Shape.of(type));
  }

  static <T> Query<T> of(Class<T> type, Statement statement) {
    return new Query<>(statement, Shape.of(type));
  }

  /// The same with a value. Texts and bytes may come in numbers, as a collection or an array, and
  /// are an array of the database then.
  public Query<T> with(String name, @Nullable Object value) {
    return new Query<>(statement.with(name, value), shape);
  }

  Statement statement() {
    return statement;
  }

  Shape<T> shape() {
    return shape;
  }

  /// All rows, within the transaction of the session and with what is pending in it.
  public List<T> list(Session session) {
    Pending.write(session);
    return session.doReturningWork(this::list);
  }

  /// The first row, if there is one.
  public Optional<T> first(Session session) {
    return list(session).stream().findFirst();
  }

  /// The row of a statement that always gives one.
  public T only(Session session) {
    return only(list(session));
  }

  /// All rows, read through a connection.
  public List<T> list(Connection connection) throws SQLException {
    List<T> read = new ArrayList<>();
    try (PreparedStatement prepared = statement.prepare(connection);
        ResultSet rows = prepared.executeQuery()) {
      RowReader<T> reader = new RowReader<>(shape, rows);
      while (rows.next()) {
        read.add(reader.read());
      }
    }
    return read;
  }

  public Optional<T> first(Connection connection) throws SQLException {
    return list(connection).stream().findFirst();
  }

  public T only(Connection connection) throws SQLException {
    return only(list(connection));
  }

  /// Hands on all rows a few at a time, so that their number does not matter. The connection must
  /// not commit by itself.
  public void each(Connection connection, int batch, Consumer<List<T>> consumer)
      throws SQLException {
    try (PreparedStatement prepared = statement.prepare(connection)) {
      prepared.setFetchSize(batch);
      try (ResultSet rows = prepared.executeQuery()) {
        each(rows, batch, consumer);
      }
    }
  }

  private void each(ResultSet rows, int batch, Consumer<List<T>> consumer) throws SQLException {
    RowReader<T> reader = new RowReader<>(shape, rows);
    List<T> read = new ArrayList<>(batch);
    while (rows.next()) {
      read.add(reader.read());
      if (read.size() == batch) {
        consumer.accept(read);
        read = new ArrayList<>(batch);
      }
    }
    if (!read.isEmpty()) {
      consumer.accept(read);
    }
  }

  private T only(List<T> rows) {
    if (rows.size() != 1) {
      throw new IllegalStateException(rows.size() + " rows instead of one: " + statement.text());
    }
    return rows.getFirst();
  }
}
