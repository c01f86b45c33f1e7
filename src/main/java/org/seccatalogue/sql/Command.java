package org.seccatalogue.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// A statement that changes something and gives no rows. Immutable and checked as a [Query] is.
public final class Command {

  private final Statement statement;

  private Command(Statement statement) {
    this.statement = statement;
  }

  /// A statement that changes rows.
  ///
  /// @param text with `:name` where a value is to stand
  public static Command of(String text) {
    return new Command(Statement.of(text));
  }

  static Command of(Statement statement) {
    return new Command(statement);
  }

  /// The same with a value.
  public Command with(String name, @Nullable Object value) {
    return new Command(statement.with(name, value));
  }

  Statement statement() {
    return statement;
  }

  /// Runs it within the transaction of a session, after what is pending in it.
  ///
  /// @return how many rows it changed
  public int run(Session session) {
    Pending.write(session);
    return session.doReturningWork(this::run);
  }

  /// Runs it on a connection.
  ///
  /// @return how many rows it changed
  public int run(Connection connection) throws SQLException {
    try (PreparedStatement prepared = statement.prepare(connection)) {
      return prepared.executeUpdate();
    }
  }
}
