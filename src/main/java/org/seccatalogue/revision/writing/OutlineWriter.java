package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.sql.Command;

/// Gives records their place in the outline.
///
/// Siblings stand [Branch#STEP] apart, so that one can be put between two others without moving
/// them. What comes into a section is put behind all others at once, and where it is to stand among
/// them when everything else is written ([SectionOrder]).
///
/// Whoever places a record holds its parent, or the lock of all roots, until the transaction ends.
/// Whoever moves one to another parent holds the lock of all such moves, so that two at once make
/// no ring, and had better take it before any record ([DraftWriter#holdMoves]), so that they wait
/// for each other in one order.
final class OutlineWriter {

  private static final Command PUT =
      Command.of(
          """
          update record set path = :to, position = :position, parent = nullif(:parent, '')
          where key = :key
          """);

  private final WrittenBy by;
  private boolean holdsMoves;

  /// Parents that were given children, by key.
  private final Map<String, Branch> branches = new HashMap<>();

  /// What is to be put among others, by parent.
  private final Map<String, List<SectionOrder.Wish>> wishes = new LinkedHashMap<>();

  OutlineWriter(WrittenBy by) {
    this.by = by;
  }

  /// What came of a move to another parent.
  enum Moved {
    DONE,
    /// It stands below that parent already.
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
    wish(change, null);
    return branch.at(branch.next());
  }

  private void wish(RecordChange change, @Nullable Standing from) {
    if (!(change.slot() instanceof Slot.Kept)) {
      wishes
          .computeIfAbsent(Objects.toString(change.parent(), ""), _ -> new ArrayList<>())
          .add(new SectionOrder.Wish(change, from));
    }
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

  /// Moves a record to another parent with all that stands below it.
  Moved move(Connection connection, RecordChange change) throws SQLException {
    Standing now = standing(connection, change);
    if (now == null) {
      return Moved.NOTHING;
    }
    if (now.isBelow(change)) {
      wish(change, now);
      return Moved.NOTHING;
    }
    holdMoves(connection);
    String parent = Objects.toString(change.parent(), "");
    branches.remove(parent);
    Branch branch = branch(connection, parent, Map.of());
    if (branch.isBelow(now.path())) {
      branches.remove(parent);
      return Moved.BELOW_ITSELF;
    }
    Branch.Position to = branch.at(branch.next());
    put(connection, Objects.requireNonNull(standing(connection, change)), to, parent);
    wish(change, now);
    if (change.slot() instanceof Slot.Kept) {
      HistoryRows.To there = new HistoryRows.To(branch, to.position(), null);
      new HistoryRows(connection, by)
          .places(List.of(new HistoryRows.Place(now, null, there, false)));
    }
    return Moved.DONE;
  }

  private void holdMoves(Connection connection) throws SQLException {
    if (!holdsMoves) {
      Branch.MOVES.only(connection);
      holdsMoves = true;
    }
  }

  private static @Nullable Standing standing(Connection connection, RecordChange change)
      throws SQLException {
    return Standing.of(connection, List.of(change)).get(change.key().toString());
  }

  private void put(Connection connection, Standing now, Branch.Position to, String parent)
      throws SQLException {
    PUT.with("to", to.path())
        .with("key", now.key())
        .with("position", to.position())
        .with("parent", parent)
        .run(connection);
    branches.values().forEach(branch -> branch.follow(now.path(), to.path()));
    Subtrees.takeAlong(connection, List.of(now.key()));
  }

  /// Forgets what the records are called that others stand below: that changed.
  void forgetNames() {
    branches.clear();
  }

  /// Whether some are still to be put among others.
  boolean hasWishes() {
    return !wishes.isEmpty();
  }

  /// What came of putting records among others.
  ///
  /// @param moved those that stand elsewhere in their section now
  /// @param stayed those that stand there already
  record Order(List<RecordChange> moved, List<RecordChange> stayed) {}

  /// Puts records among others, a section at a time.
  ///
  /// @throws SiblingLeft when one beside which another is to stand is no longer there
  Order order(Connection connection) throws SQLException {
    List<RecordChange> moved = new ArrayList<>();
    List<RecordChange> stayed = new ArrayList<>();
    for (Map.Entry<String, List<SectionOrder.Wish>> each : wishes.entrySet()) {
      SectionOrder section = new SectionOrder(connection, each.getKey());
      SectionOrder.Placed placed = section.put(each.getValue());
      new HistoryRows(connection, by).places(placed.moves());
      placed.moved().forEach(wish -> moved.add(wish.change()));
      placed.stayed().forEach(wish -> stayed.add(wish.change()));
    }
    wishes.clear();
    return new Order(moved, stayed);
  }
}
