package org.seccatalogue.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads many rows of the table `record` at once, for whoever only looks at them: nobody keeps
/// account of what becomes of them.
final class BulkRows {

  private static final String SELECT = "select " + RecordEntity.COLUMNS + " from record where ";

  /// The content of a revision tells the attributes and links at once.
  private static final String CURRENT =
      """
      select r.key, r.type, r.parent, r.position, r.path, r.reference, r.title, r.stage, r.revision,
        r.version, null, r.changed_at, v.content
      from record r join revision v on v.key = r.key and v.number = r.revision
      where r.key = any(?)
      """;

  /// A row, without its attributes, and the canonical form of its current revision.
  record Current(RecordEntity row, String content) {}

  record Spot(
      String key,
      String type,
      @Nullable String parent,
      String path,
      @Nullable String reference,
      String title,
      String stage,
      int revision) {}

  record Words(long version, Instant changedAt, String content, String digest) {}

  /// A row of the outline with what its current revision says.
  record Said(Spot spot, Words words) {
    Current current() {
      RecordEntity row = new RecordEntity();
      row.key = spot.key();
      row.type = spot.type();
      row.parent = spot.parent();
      row.path = spot.path();
      row.reference = spot.reference();
      row.title = spot.title();
      row.stage = spot.stage();
      row.revision = spot.revision();
      row.version = words.version();
      row.changedAt = words.changedAt();
      return new Current(row, words.content());
    }
  }

  private BulkRows() {}

  /// The rows with these keys.
  static List<Current> current(Connection connection, Collection<String> keys) throws SQLException {
    return read(connection, CURRENT, keys, found -> new Current(row(found), found.getString(13)));
  }

  /// The rows with these keys or references.
  static List<RecordEntity> named(Connection connection, Collection<String> names)
      throws SQLException {
    List<RecordEntity> rows = read(connection, SELECT + "key = any(?)", names, BulkRows::row);
    rows.addAll(read(connection, SELECT + "reference = any(?)", names, BulkRows::row));
    return rows;
  }

  /// Reads what a row of a result is of.
  private interface Reading<T> {
    T of(ResultSet found) throws SQLException;
  }

  private static <T> List<T> read(
      Connection connection, String sql, Collection<String> texts, Reading<T> reading)
      throws SQLException {
    List<T> rows = new ArrayList<>(texts.size());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", texts.toArray()));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(reading.of(found));
        }
      }
    }
    return rows;
  }

  private static RecordEntity row(ResultSet found) throws SQLException {
    RecordEntity row = new RecordEntity();
    row.key = found.getString(1);
    row.type = found.getString(2);
    row.parent = found.getString(3);
    row.position = found.getInt(4);
    row.path = found.getString(5);
    row.reference = found.getString(6);
    row.title = found.getString(7);
    row.stage = found.getString(8);
    row.revision = found.getInt(9);
    row.version = found.getLong(10);
    row.attributes = found.getString(11);
    row.changedAt = found.getObject(12, OffsetDateTime.class).toInstant();
    return row;
  }
}
