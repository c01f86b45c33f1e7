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
import org.seccatalogue.record.order.SiblingOrder;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Puts records of one section where they are to stand among the others, all at once: the section
/// is read once and written once, however many they are.
final class SectionOrder {

  private record Child(String key, int position, String name) {}

  private static final String CHILD = "select key, position, coalesce(reference, key) as name";

  private static final Query<Child> CHILDREN =
      Query.of(Child.class, CHILD + " from record where parent = :parent order by position, key");
  private static final Query<Child> ROOTS =
      Query.of(Child.class, CHILD + " from record where parent is null order by position, key");

  private static final Command PUT =
      Command.of(
          """
          update record r set position = n.position,
            path = :above || lpad(to_hex(n.position), 8, '0')
          from unnest(cast(:keys as text[]), cast(:positions as integer[])) n (key, position)
          where r.key = n.key
          """);

  /// A record that is to be put somewhere.
  ///
  /// @param from where it stood before; absent for a new one
  record Wish(RecordChange change, @Nullable Standing from) {

    String key() {
      return change.key().toString();
    }

    /// Whether it has stood in the section before.
    boolean isOfSection() {
      return from != null && from.isBelow(change);
    }
  }

  private final Connection connection;
  private final Branch parent;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /// Holds the section until the transaction ends.
  SectionOrder(Connection connection, String parent) throws SQLException {
    this.connection = connection;
    this.parent = Branch.held(connection, parent);
    List<Child> children =
        parent.isEmpty()
            ? ROOTS.list(connection)
            : CHILDREN.with("parent", parent).list(connection);
    for (Child child : children) {
      positions.put(child.key(), child.position());
      names.put(child.key(), child.name());
    }
  }

  /// What became of wishes.
  ///
  /// @param moved those of the section whose records stand elsewhere in it now
  /// @param stayed those of the section whose records stood there already
  /// @param moves what is to be told of places
  record Placed(List<Wish> moved, List<Wish> stayed, List<HistoryRows.Place> moves) {}

  Placed put(List<Wish> wishes) throws SQLException {
    Map<String, SiblingOrder.Spot> spots = new LinkedHashMap<>();
    wishes.forEach(wish -> spots.put(wish.key(), spot(wish.change().slot())));
    SiblingOrder order = new SiblingOrder(positions, spots);
    if (!order.strangers().isEmpty()) {
      throw new SiblingLeft(order.strangers().getFirst());
    }
    SiblingOrder.Change change = order.change(Branch.STEP);
    write(change.positions());
    return placed(wishes, order.order(), change);
  }

  private static SiblingOrder.Spot spot(Slot slot) {
    return switch (slot) {
      case Slot.First _ -> new SiblingOrder.Spot.First();
      case Slot.Before(var sibling) -> new SiblingOrder.Spot.Before(sibling.toString());
      case Slot.After(var sibling) -> new SiblingOrder.Spot.After(sibling.toString());
      case Slot.Exactly(int position) -> new SiblingOrder.Spot.At(position);
      case Slot.Kept _, Slot.BesideNew _ ->
          throw new IllegalArgumentException("no place among others: " + slot);
    };
  }

  private void write(Map<String, Integer> changed) throws SQLException {
    if (!changed.isEmpty()) {
      List<String> keys = List.copyOf(changed.keySet());
      PUT.with("above", parent.path() == null ? "" : parent.path() + ".")
          .with("keys", keys)
          .with("positions", List.copyOf(changed.values()))
          .run(connection);
      Subtrees.takeAlong(connection, keys);
    }
  }

  private Placed placed(List<Wish> wishes, List<String> order, SiblingOrder.Change change) {
    Map<String, String> before = predecessors(positions.keySet());
    Map<String, String> after = predecessors(order);
    Placed placed = new Placed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Wish wish : wishes) {
      boolean within = wish.isOfSection();
      if (within && !change.moved().contains(wish.key())) {
        placed.stayed().add(wish);
      } else if (within) {
        placed.moved().add(wish);
        String last = names.get(before.get(wish.key()));
        placed.moves().add(told(wish, last, names.get(after.get(wish.key())), change));
      } else if (wish.from() != null) {
        placed.moves().add(told(wish, null, null, change));
      }
    }
    return placed;
  }

  private HistoryRows.Place told(
      Wish wish, @Nullable String last, @Nullable String next, SiblingOrder.Change change) {
    int now = Objects.requireNonNull(positions.get(wish.key()));
    int position = change.positions().getOrDefault(wish.key(), now);
    Standing from = Objects.requireNonNull(wish.from());
    HistoryRows.To to = new HistoryRows.To(parent, position, next);
    return new HistoryRows.Place(from, last, to, wish.change().slot().isBack());
  }

  /// Who stands before each; nobody before the first.
  private static Map<String, String> predecessors(Iterable<String> order) {
    Map<String, String> predecessors = new HashMap<>();
    String before = "";
    for (String key : order) {
      predecessors.put(key, before);
      before = key;
    }
    return predecessors;
  }
}
