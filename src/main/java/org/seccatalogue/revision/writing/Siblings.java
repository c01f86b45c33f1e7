package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.sql.Sql;

/// The children of one parent, but for the one that is to be placed among them.
final class Siblings {

  private final Connection connection;
  private final Branch parent;
  private final String self;

  /// @param self key of the record that is placed
  Siblings(Connection connection, Branch parent, String self) {
    this.connection = connection;
    this.parent = parent;
    this.self = self;
  }

  /// The position of a slot; where there is no room, all siblings are put further apart.
  int at(Slot slot) throws SQLException {
    Gap gap = gap(slot);
    if (gap.isFull()) {
      spread();
      gap = gap(slot);
    }
    return gap.middle();
  }

  /// Whether a record at a position of this parent is in a slot already.
  boolean hasIt(Slot slot, int position) throws SQLException {
    return switch (slot) {
      case Slot.Kept _ -> true;
      case Slot.Exactly(int wanted) -> wanted == position;
      case Slot.First _, Slot.Before _, Slot.After _ -> {
        Gap gap = gap(slot);
        yield position > gap.low() && (gap.high() == null || position < gap.high());
      }
    };
  }

  /// The room between two siblings.
  ///
  /// @param low position of the one before, 0 before the first
  /// @param high position of the one after; absent: there is none
  private record Gap(int low, @Nullable Integer high) {
    boolean isFull() {
      return high != null && high - low < 2;
    }

    int middle() {
      return high == null ? low + Branch.STEP : low + (high - low) / 2;
    }
  }

  private Gap gap(Slot slot) throws SQLException {
    return switch (slot) {
      case Slot.Kept _ -> new Gap(last(), null);
      case Slot.First _ -> after(0);
      case Slot.After(RecordKey sibling) -> after(positionOf(sibling));
      case Slot.Before(RecordKey sibling) -> before(positionOf(sibling));
      case Slot.Exactly(int position) -> exactly(position);
    };
  }

  private int last() throws SQLException {
    return number(children("coalesce(max(position), 0)")).orElse(0);
  }

  private Gap after(int position) throws SQLException {
    Sql next = children("position").add(" and position > ? order by position limit 1", position);
    return new Gap(position, number(next).orElse(null));
  }

  private Gap before(int position) throws SQLException {
    Sql last = children("coalesce(max(position), 0)").add(" and position < ?", position);
    return new Gap(number(last).orElse(0), position);
  }

  /// The very position where it is free.
  private Gap exactly(int position) throws SQLException {
    boolean taken = number(children("position").add(" and position = ?", position)).isPresent();
    return taken ? after(position) : new Gap(position - 1, position + 1);
  }

  private int positionOf(RecordKey sibling) throws SQLException {
    return number(children("position").add(" and key = ?", sibling.toString()))
        .orElseThrow(() -> new IllegalStateException(sibling + " stands elsewhere by now"));
  }

  private Optional<Integer> number(Sql sql) throws SQLException {
    return sql.asking(Integer.class).first(connection);
  }

  /// What people call the sibling before a position.
  @Nullable String nameBefore(int position) throws SQLException {
    return children("coalesce(reference, key)")
        .add(" and position < ? order by position desc limit 1", position)
        .asking(String.class)
        .first(connection)
        .orElse(null);
  }

  private Sql children(String column) {
    return new Sql()
        .add("select " + column + " from record where ")
        .add(ofParent())
        .add(" and key <> ?", self);
  }

  private Sql ofParent() {
    return parent.path() == null
        ? new Sql().add("parent is null")
        : new Sql().add("parent = ?", parent.key());
  }

  /// Puts all children [Branch#STEP] apart again, with all that stands below them.
  private void spread() throws SQLException {
    new Sql()
        .add(
            """
            with place as (
              select key, path,
                cast(row_number() over (order by position) * ? as integer) as position
              from record where
            """,
            Branch.STEP)
        .add(ofParent())
        .add(
            """
            ), moved as (
              select key, path, position, ? || lpad(to_hex(position), 8, '0') as new_path
              from place)
            update record r set
              position = case when r.key = m.key then m.position else r.position end,
              path = m.new_path || substr(r.path, length(m.path) + 1)
            from moved m
            where r.key = m.key or is_below(r.path, m.path)
            """,
            parent.path() == null ? "" : parent.path() + ".")
        .command()
        .run(connection);
    parent.last(last());
  }
}
