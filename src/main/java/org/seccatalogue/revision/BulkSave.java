package org.seccatalogue.revision;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Content;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;

/// Writes many checked changes within one transaction, batch by batch. One instance serves one
/// transaction.
@Dependent
public class BulkSave {

  /// A change that was checked before.
  ///
  /// @param baseRevision revision that the change was made on; 0 for a new record
  /// @param makesRevision whether its content differs from that revision
  public record Change(
      RecordKey key,
      RecordType type,
      @Nullable RecordKey parent,
      String stage,
      Attributes attributes,
      List<Link> links,
      int baseRevision,
      boolean makesRevision) {

    boolean isNew() {
      return baseRevision == 0;
    }

    int revision() {
      return makesRevision ? baseRevision + 1 : baseRevision;
    }
  }

  private final Session database;
  private final Instant now;

  /// Parents that were given children, by key.
  private final Map<String, Branch> branches = new HashMap<>();

  /// The records of the batch, by key: each might be the parent of a later one.
  private final Map<String, Branch> batch = new HashMap<>();

  BulkSave(Session database, Clock clock) {
    this.database = database;
    this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Reserves `count` numbers of a prefix.
  ///
  /// @return the last number that was given before them
  public int reserve(String prefix, int count) {
    return database
            .createNativeQuery(
                "insert into key_counter as c values (:prefix, :count) on conflict (prefix)"
                    + " do update set last = c.last + :count returning last",
                Integer.class)
            .setParameter("prefix", prefix)
            .setParameter("count", count)
            .getSingleResult()
        - count;
  }

  /// Makes sure that a number which somebody else gave is never given again.
  public void keep(String prefix, int number) {
    database
        .createNativeMutationQuery(
            "insert into key_counter as c values (:prefix, :number) on conflict (prefix)"
                + " do update set last = greatest(c.last, :number)")
        .setParameter("prefix", prefix)
        .setParameter("number", number)
        .executeUpdate();
  }

  /// Writes a batch. A parent must have been written before, or stand before in the batch.
  public void write(List<Change> changes, ChangeNote note) {
    database.doWork(connection -> write(connection, changes, note));
    database.clear();
  }

  /// Puts a record at `position` among its siblings, or after the one that stands there now. Where
  /// there is no room between that one and the next, it stays where it is.
  public void place(RecordKey key, int position) {
    database
        .createNativeMutationQuery(
            """
            with it as (
              select key, path, parent,
                coalesce((select p.path || '.' from record p where p.key = r.parent), '') as prefix
              from record r where key = :key),
            next as (
              select coalesce(min(s.position), :position + 2 * :step) as position
              from record s, it where s.parent is not distinct from it.parent
                and s.key <> it.key and s.position > :position),
            taken as (
              select count(*) > 0 as taken from record s, it
              where s.parent is not distinct from it.parent
                and s.key <> it.key and s.position = :position),
            place as (
              select it.*, case when taken then :position + (next.position - :position) / 2
                else :position end as position, taken
              from it, next, taken),
            free as (
              select place.*, prefix || lpad(to_hex(position), 8, '0') as new_path from place
              where not taken or position > :position)
            update record r set
              position = case when r.key = free.key then free.position else r.position end,
              path = free.new_path || substr(r.path, length(free.path) + 1)
            from free
            where r.key = free.key or (r.path > free.path || '.' and r.path < free.path || '/')
            """)
        .setParameter("key", key.toString())
        .setParameter("position", position)
        .setParameter("step", Placement.STEP)
        .executeUpdate();
  }

  /// Makes the store ready to be searched after many changes.
  public void settle() {
    database.createNativeMutationQuery("call settle_records()").executeUpdate();
  }

  /// The same on the connection of the transaction. Entities that were read before are not told.
  public void write(Connection connection, List<Change> changes, ChangeNote note)
      throws SQLException {
    insert(connection, changes.stream().filter(Change::isNew).toList());
    update(connection, changes.stream().filter(change -> !change.isNew()).toList(), note);
    revisions(connection, changes.stream().filter(Change::makesRevision).toList(), note);
    links(connection, changes.stream().filter(Change::makesRevision).toList());
    batch.clear();
  }

  private void insert(Connection connection, List<Change> changes) throws SQLException {
    TableCopy copy =
        new TableCopy(
            "record (key, type, parent, position, path, reference, title, stage, revision,"
                + " version, attributes, changed_at)");
    for (Change change : changes) {
      Placement.Position place = last(connection, change.parent());
      batch.put(change.key().toString(), new Branch(place.path(), 0));
      copy.add(change.key()).add(change.type().name()).add(change.parent());
      copy.add(place.position()).add(place.path());
      copy.add(text(change, AttributeRole.REFERENCE)).add(title(change));
      copy.add(change.stage()).add(1).add(1).add(change.attributes().text()).add(now).end();
    }
    copy.send(connection);
  }

  private static String title(Change change) {
    String title = text(change, AttributeRole.TITLE);
    return title == null ? change.key().toString() : title;
  }

  private static @Nullable String text(Change change, AttributeRole role) {
    return change.attributes().text(change.type(), role).orElse(null);
  }

  private void update(Connection connection, List<Change> changes, ChangeNote note)
      throws SQLException {
    moves(connection, changes, note);
    try (PreparedStatement update =
        connection.prepareStatement(
            "update record set reference = ?, title = ?, stage = ?, revision = ?,"
                + " version = version + 1, attributes = ?::jsonb, changed_at = ? where key = ?")) {
      for (Change change : changes) {
        update.setString(1, text(change, AttributeRole.REFERENCE));
        update.setString(2, title(change));
        update.setString(3, change.stage());
        update.setInt(4, change.revision());
        update.setString(5, change.attributes().text());
        update.setObject(6, now.atOffset(java.time.ZoneOffset.UTC));
        update.setString(7, change.key().toString());
        update.addBatch();
      }
      update.executeBatch();
    }
    for (Change change : changes) {
      moveInOutline(connection, change);
    }
  }

  private void moves(Connection connection, List<Change> changes, ChangeNote note)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into stage_move (key, revision, from_stage, to_stage, moved_at, moved_by, note)"
                + " select key, revision, stage, ?, ?, ?, ? from record"
                + " where key = ? and stage <> ?")) {
      for (Change change : changes) {
        insert.setString(1, change.stage());
        insert.setObject(2, now.atOffset(java.time.ZoneOffset.UTC));
        insert.setString(3, note.author());
        insert.setString(4, note.reason());
        insert.setString(5, change.key().toString());
        insert.setString(6, change.stage());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// Puts a record that has another parent now after that parent's last child.
  private void moveInOutline(Connection connection, Change change) throws SQLException {
    String oldPath;
    try (PreparedStatement select =
        connection.prepareStatement(
            "select path from record where key = ? and parent is distinct from ?")) {
      select.setString(1, change.key().toString());
      select.setString(2, change.parent() == null ? null : change.parent().toString());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return;
        }
        oldPath = row.getString(1);
      }
    }
    Placement.Position place = last(connection, change.parent());
    try (PreparedStatement move =
        connection.prepareStatement(
            "update record set path = ? || substr(path, ?),"
                + " position = case when key = ? then ? else position end,"
                + " parent = case when key = ? then ? else parent end"
                + " where key = ? or (path > ? || '.' and path < ? || '/')")) {
      move.setString(1, place.path());
      move.setInt(2, oldPath.length() + 1);
      move.setString(3, change.key().toString());
      move.setInt(4, place.position());
      move.setString(5, change.key().toString());
      move.setString(6, change.parent() == null ? null : change.parent().toString());
      move.setString(7, change.key().toString());
      move.setString(8, oldPath);
      move.setString(9, oldPath);
      move.executeUpdate();
    }
  }

  private void revisions(Connection connection, List<Change> changes, ChangeNote note)
      throws SQLException {
    TableCopy copy =
        new TableCopy("revision (key, number, stage, content, digest, made_at, made_by, note)");
    for (Change change : changes) {
      String canonical =
          new Content(change.type().name(), change.parent(), change.attributes(), change.links())
              .canonical();
      copy.add(change.key()).add(change.revision()).add(change.stage()).add(canonical);
      copy.addBytes(Content.digest(canonical)).add(now).add(note.author()).add(note.reason());
      copy.end();
    }
    copy.send(connection);
  }

  private void links(Connection connection, List<Change> changes) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from link where source = any(?)")) {
      Object[] changed =
          changes.stream().filter(c -> !c.isNew()).map(c -> c.key().toString()).toArray();
      delete.setArray(1, connection.createArrayOf("text", changed));
      delete.executeUpdate();
    }
    TableCopy copy = new TableCopy("link (source, type, target, target_revision, note)");
    for (Change change : changes) {
      for (Link link : change.links()) {
        copy.add(change.key()).add(link.type()).add(link.target());
        copy.add(link.targetRevision()).add(link.note()).end();
      }
    }
    copy.send(connection);
  }

  /// Where the children of a record go: its path and its last child's position.
  private static final class Branch {
    private final @Nullable String path;
    private int lastPosition;

    Branch(@Nullable String path, int lastPosition) {
      this.path = path;
      this.lastPosition = lastPosition;
    }
  }

  private Placement.Position last(Connection connection, @Nullable RecordKey parent)
      throws SQLException {
    String key = parent == null ? "" : parent.toString();
    Branch branch = branches.get(key);
    if (branch == null) {
      Branch fresh = batch.get(key);
      branch = fresh == null ? branch(connection, parent) : fresh;
      branches.put(key, branch);
    }
    branch.lastPosition += Placement.STEP;
    return new Placement.Position(
        branch.lastPosition, Placement.path(branch.path, branch.lastPosition));
  }

  private static Branch branch(Connection connection, @Nullable RecordKey parent)
      throws SQLException {
    String held =
        parent == null
            ? "select null, pg_advisory_xact_lock(" + Placement.ROOTS_LOCK + ")::text"
            : "select path, '' from record where key = ? for update";
    String last =
        "select coalesce(max(position), 0) from record where "
            + (parent == null ? "parent is null" : "parent = ?");
    try (PreparedStatement hold = connection.prepareStatement(held);
        PreparedStatement max = connection.prepareStatement(last)) {
      if (parent != null) {
        hold.setString(1, parent.toString());
        max.setString(1, parent.toString());
      }
      String path = single(hold, row -> row.getString(1));
      Integer position = single(max, row -> row.getInt(1));
      return new Branch(path, position == null ? 0 : position);
    }
  }

  /// Reads a value of a row.
  private interface Reading<T extends @Nullable Object> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T extends @Nullable Object> T single(PreparedStatement select, Reading<T> reading)
      throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the parent is gone");
      }
      return reading.of(row);
    }
  }
}
