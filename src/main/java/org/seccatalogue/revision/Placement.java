package org.seccatalogue.revision;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Gives records their place in the outline.
///
/// Siblings stand [#STEP] apart, so that one can be put between two others without moving them.
/// Whoever places a record holds its parent, or the lock of all roots, until the transaction ends.
@ApplicationScoped
class Placement {

  static final int STEP = 1024;

  static final long ROOTS_LOCK = 2011;

  private final Session database;

  Placement(Session database) {
    this.database = database;
  }

  /// A place as the table holds it.
  record Position(int position, String path) {}

  /// The place after the last child of `parent`.
  Position last(@Nullable RecordEntity parent) {
    lock(parent);
    return at(parent, lastPosition(key(parent)) + STEP);
  }

  /// The place directly after `sibling`, which stands below `parent`.
  Position after(@Nullable RecordEntity parent, String sibling) {
    lock(parent);
    int position = positionOf(sibling);
    Integer next = nextPosition(key(parent), position);
    if (next == null) {
      return at(parent, position + STEP);
    }
    if (next - position < 2) {
      spread(parent);
      return after(parent, sibling);
    }
    return at(parent, position + (next - position) / 2);
  }

  private int positionOf(String sibling) {
    return database
        .createNativeQuery("select position from record where key = :key", Integer.class)
        .setParameter("key", sibling)
        .getSingleResult();
  }

  /// Moves everything below a record along with it.
  void moveBelow(String oldPath, String newPath) {
    database
        .createNativeMutationQuery(
            "update record set path = :new || substr(path, :from)"
                + " where path > :old || '.' and path < :old || '/'")
        .setParameter("new", newPath)
        .setParameter("from", oldPath.length() + 1)
        .setParameter("old", oldPath)
        .executeUpdate();
  }

  static Position at(@Nullable RecordEntity parent, int position) {
    return new Position(position, path(parent == null ? null : parent.path, position));
  }

  /// The path of a child, from its parent's.
  static String path(@Nullable String parentPath, int position) {
    String own = String.format("%08x", position);
    return parentPath == null ? own : parentPath + "." + own;
  }

  private static String key(@Nullable RecordEntity parent) {
    return parent == null ? "" : parent.key;
  }

  private void lock(@Nullable RecordEntity parent) {
    if (parent == null) {
      database
          .createNativeQuery("select count(pg_advisory_xact_lock(:lock))", Long.class)
          .setParameter("lock", ROOTS_LOCK)
          .getSingleResult();
    } else {
      database
          .createNativeQuery("select key from record where key = :key for update", String.class)
          .setParameter("key", parent.key)
          .getSingleResult();
    }
  }

  private int lastPosition(String parent) {
    return database
        .createNativeQuery(
            "select position from record where "
                + below(parent)
                + " order by position desc limit 1",
            Integer.class)
        .setParameter("parent", parent)
        .getResultList()
        .stream()
        .mapToInt(Integer::intValue)
        .findFirst()
        .orElse(0);
  }

  private @Nullable Integer nextPosition(String parent, int position) {
    return database
        .createNativeQuery(
            "select min(position) from record where " + below(parent) + " and position > :position",
            Integer.class)
        .setParameter("parent", parent)
        .setParameter("position", position)
        .getSingleResult();
  }

  private static String below(String parent) {
    return parent.isEmpty() ? "parent is null and '' = :parent" : "parent = :parent";
  }

  /// Puts all children of a parent [#STEP] apart again, with all that stands below them.
  private void spread(@Nullable RecordEntity parent) {
    database
        .createNativeMutationQuery(
            """
            with place as (
              select key, path,
                cast(row_number() over (order by position) * :step as integer) as position
              from record where %s),
            moved as (
              select key, path, position,
                :prefix || lpad(to_hex(position), 8, '0') as new_path from place)
            update record r set
              position = case when r.key = m.key then m.position else r.position end,
              path = m.new_path || substr(r.path, length(m.path) + 1)
            from moved m
            where r.key = m.key or (r.path > m.path || '.' and r.path < m.path || '/')
            """
                .formatted(below(key(parent))))
        .setParameter("step", STEP)
        .setParameter("prefix", parent == null ? "" : parent.path + ".")
        .setParameter("parent", key(parent))
        .executeUpdate();
  }
}
