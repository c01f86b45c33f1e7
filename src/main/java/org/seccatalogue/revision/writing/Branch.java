package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.sql.Query;

/// A record, or the root, as what others stand below.
final class Branch {

  static final int STEP = 1024;

  /// Taken until the transaction ends: by whoever puts a record among the roots.
  private static final Query<String> ROOTS = lock(2011);

  /// The same for whoever moves one to another parent.
  static final Query<String> MOVES = lock(2012);

  private static Query<String> lock(long number) {
    return Query.of(String.class, "select cast(pg_advisory_xact_lock(:lock) as text)")
        .with("lock", number);
  }

  private static final Query<Parent> PARENT =
      Query.of(
          Parent.class,
          "select key, coalesce(reference, key) as name, path from record where key = :key"
              + " for update");
  private static final Query<Integer> LAST_ROOT =
      Query.of(Integer.class, "select coalesce(max(position), 0) from record where parent is null");
  private static final Query<Integer> LAST_CHILD =
      Query.of(
          Integer.class, "select coalesce(max(position), 0) from record where parent = :parent");

  private record Parent(String key, String name, String path) {}

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
  ///
  /// @param above what people call the record above it; absent for a root
  record Position(int position, String path, @Nullable String above) {}

  /// The branch of a parent, empty for the root, that nobody else puts a record below until the
  /// transaction ends.
  static Branch held(Connection connection, String parent) throws SQLException {
    return parent.isEmpty() ? root(connection) : below(connection, parent);
  }

  private static Branch root(Connection connection) throws SQLException {
    ROOTS.only(connection);
    return new Branch("", null, null, LAST_ROOT.only(connection));
  }

  private static Branch below(Connection connection, String parent) throws SQLException {
    Parent held =
        PARENT
            .with("key", parent)
            .first(connection)
            .orElseThrow(() -> new IllegalStateException("the parent is gone: " + parent));
    int last = LAST_CHILD.with("parent", parent).only(connection);
    return new Branch(held.key(), held.name(), held.path(), last);
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
    return new Position(position, path == null ? own : path + "." + own, name);
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
