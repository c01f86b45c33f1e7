package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.sql.Command;

/// Gives records their place in the outline.
///
/// Siblings stand [Branch#STEP] apart, so that one can be put between two others without moving
/// them. Whoever places a record holds its parent, or the lock of all roots, until the transaction
/// ends; whoever moves one to another parent holds the lock of all such moves, so that two at once
/// cannot make a ring.
final class OutlineWriter {

  private static final long MOVES_LOCK = 2012;
  private static final int DEEPEST = 100;

  private static final Command PUT =
      Command.of(
          """
          update record set path = :to || substr(path, :rest),
            position = case when key = :key then :position else position end,
            parent = case when key = :key then nullif(:parent, '') else parent end
          where key = :key or is_below(path, :from)
          """);
  private static final Command TAKE_ALONG =
      Command.of(
          """
          update record c set path = p.path || '.' || right(c.path, 8) from record p
          where c.parent = p.key and (p.path = :path or is_below(p.path, :path))
            and c.path <> p.path || '.' || right(c.path, 8)
          """);

  private final WrittenBy by;
  private boolean holdsMoves;

  /// Parents that were given children, by key.
  private final Map<String, Branch> branches = new HashMap<>();

  OutlineWriter(WrittenBy by) {
    this.by = by;
  }

  /// What came of a move.
  enum Moved {
    DONE,
    /// It stands there already.
    NOTHING,
    /// It cannot be put below itself.
    BELOW_ITSELF
  }

  /// The place for a new record.
  ///
  /// @param batch where the records of the batch stand that are not written yet, by key
  Branch.Position place(Connection connection, RecordChange change, Map<String, Branch> batch)
      throws SQLException {
    Branch branch = branch(connection, Objects.toString(change.parent(), ""), batch);
    int position =
        change.slot() instanceof Slot.Kept
            ? branch.next()
            : new Siblings(connection, branch, change.key().toString()).at(change.slot());
    return branch.at(position);
  }

  private Branch branch(Connection connection, String parent, Map<String, Branch> batch)
      throws SQLException {
    Branch branch = branches.get(parent);
    if (branch == null) {
      Branch fresh = batch.get(parent);
      branch = fresh == null ? Branch.held(connection, parent) : fresh;
      branches.put(parent, branch);
    }
    return branch;
  }

  /// Moves a record with all that stands below it.
  Moved move(Connection connection, RecordChange change) throws SQLException {
    String key = change.key().toString();
    String parent = Objects.toString(change.parent(), "");
    Standing now = Standing.of(connection, List.of(change)).get(key);
    if (now == null) {
      return Moved.NOTHING;
    }
    boolean elsewhere = !now.isBelow(change);
    if (elsewhere) {
      holdMoves(connection);
      branches.remove(parent);
    }
    Branch branch = branch(connection, parent, Map.of());
    if (branch.isBelow(now.path())) {
      branches.remove(parent);
      return Moved.BELOW_ITSELF;
    }
    Siblings siblings = new Siblings(connection, branch, key);
    if (!elsewhere && siblings.hasIt(change.slot(), now.position())) {
      return Moved.NOTHING;
    }
    String before = elsewhere ? null : siblings.nameBefore(now.position());
    int position = change.slot() instanceof Slot.Kept ? branch.next() : siblings.at(change.slot());
    String after = elsewhere ? null : siblings.nameBefore(position);
    put(connection, Standing.of(connection, List.of(change)).get(key), branch.at(position), parent);
    HistoryRows.place(connection, by, now, before, new HistoryRows.To(branch, position, after));
    return Moved.DONE;
  }

  private void holdMoves(Connection connection) throws SQLException {
    if (!holdsMoves) {
      Branch.LOCK.with("lock", MOVES_LOCK).only(connection);
      holdsMoves = true;
    }
  }

  private void put(
      Connection connection, @Nullable Standing from, Branch.Position to, String parent)
      throws SQLException {
    Standing now = Objects.requireNonNull(from);
    PUT.with("to", to.path())
        .with("rest", now.path().length() + 1)
        .with("key", now.key())
        .with("position", to.position())
        .with("parent", parent)
        .with("from", now.path())
        .run(connection);
    branches.values().forEach(branch -> branch.follow(now.path(), to.path()));
    takeAlong(connection, to.path());
  }

  /// What others put below it while this transaction waited for them stands where it stood: it
  /// comes along too.
  private static void takeAlong(Connection connection, String path) throws SQLException {
    int left = 1;
    for (int depth = 0; left > 0 && depth < DEEPEST; depth++) {
      left = TAKE_ALONG.with("path", path).run(connection);
    }
  }
}
