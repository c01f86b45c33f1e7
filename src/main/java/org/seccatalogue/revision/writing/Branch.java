package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A record, or the root, as what others stand below.
final class Branch {

  static final int STEP = 1024;

  private static final long ROOTS_LOCK = 2011;

  private final String key;
  private final @Nullable String name;
  private @Nullable String path;
  private int lastPosition;

  Branch(String key, @Nullable String name, @Nullable String path, int lastPosition) {
    this.key = key;
    this.name = name;
    this.path = path;
    this.lastPosition = lastPosition;
  }

  /// A place as the table holds it.
  record Position(int position, String path) {}

  /// The branch of a parent, empty for the root, that nobody else puts a record below until the
  /// transaction ends.
  static Branch held(Connection connection, String parent) throws SQLException {
    return parent.isEmpty() ? root(connection) : below(connection, parent);
  }

  private static Branch root(Connection connection) throws SQLException {
    JdbcRows.read(
        connection, "select pg_advisory_xact_lock(?)::text", row -> row.getString(1), ROOTS_LOCK);
    int last =
        JdbcRows.first(
                connection,
                "select coalesce(max(position), 0) from record where parent is null",
                row -> row.getInt(1))
            .orElse(0);
    return new Branch("", null, null, last);
  }

  private static Branch below(Connection connection, String parent) throws SQLException {
    Branch branch =
        JdbcRows.first(
                connection,
                "select key, coalesce(reference, key), path from record where key = ? for update",
                row -> new Branch(row.getString(1), row.getString(2), row.getString(3), 0),
                parent)
            .orElseThrow(() -> new IllegalStateException("the parent is gone: " + parent));
    branch.lastPosition =
        JdbcRows.first(
                connection,
                "select coalesce(max(position), 0) from record where parent = ?",
                row -> row.getInt(1),
                parent)
            .orElse(0);
    return branch;
  }

  String key() {
    return key;
  }

  /// What people call the record; absent for the root.
  @Nullable String name() {
    return name;
  }

  @Nullable String path() {
    return path;
  }

  /// The position after the last child.
  int next() {
    lastPosition += STEP;
    return lastPosition;
  }

  /// Its children were put elsewhere, or one behind the last.
  void last(int position) {
    lastPosition = Math.max(lastPosition, position);
  }

  Position at(int position) {
    last(position);
    String own = String.format("%08x", position);
    return new Position(position, path == null ? own : path + "." + own);
  }

  /// Whether it is the record of a path, or stands below that.
  boolean isBelow(String other) {
    return path != null && (path + ".").startsWith(other + ".");
  }

  /// Goes along with a record above it that moves.
  void follow(String from, String to) {
    if (isBelow(from)) {
      path = to + String.valueOf(path).substring(from.length());
    }
  }
}
