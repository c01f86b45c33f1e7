package org.seccatalogue.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A row in the place of one of the next import: who reads that comes as far as the row, and waits
/// there until it is gone. So it is found at work however fast the machine is.
public final class RowInTheWay implements AutoCloseable {

  private static final String ROW =
      """
      insert into import_change (import_id, row_number, sheet, sheet_row, type, outcome, title, stage)
      select coalesce(pg_sequence_last_value(pg_get_serial_sequence('import', 'id')::regclass), 0) + 1,
        ?, 'Nowhere', 0, 'none', 'SAME', '', ''
      """;

  private final Connection other;

  private RowInTheWay(Connection other) {
    this.other = other;
  }

  /// Puts it there.
  ///
  /// @param number counts all rows of the import
  public static RowInTheWay at(int number) throws SQLException {
    Connection other = TestDatabase.inTheDraft();
    try (PreparedStatement row = other.prepareStatement(ROW)) {
      row.setInt(1, number);
      row.executeUpdate();
    }
    return new RowInTheWay(other);
  }

  @Override
  public void close() throws SQLException {
    try (other) {
      other.rollback();
    }
  }
}
