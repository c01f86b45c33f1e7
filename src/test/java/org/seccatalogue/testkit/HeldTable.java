package org.seccatalogue.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A table of the draft that nobody can write to until this is closed: whoever does waits in the
/// middle of the work.
public final class HeldTable implements AutoCloseable {

  private final Connection other;

  private HeldTable(Connection other) {
    this.other = other;
  }

  /// Holds it.
  public static HeldTable of(String table) throws SQLException {
    Connection other = TestDatabase.inTheDraft();
    try (Statement lock = other.createStatement()) {
      lock.execute("lock table " + table + " in share mode");
    }
    return new HeldTable(other);
  }

  @Override
  public void close() throws SQLException {
    try (other) {
      other.rollback();
    }
  }
}
