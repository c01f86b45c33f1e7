package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.rules.Slot;

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
    return number("select max(position) from record where ", "").orElse(0);
  }

  private Gap after(int position) throws SQLException {
    return new Gap(
        position,
        number("select min(position) from record where ", " and position > ?", position)
            .orElse(null));
  }

  private Gap before(int position) throws SQLException {
    int low =
        number("select max(position) from record where ", " and position < ?", position).orElse(0);
    return new Gap(low, position);
  }

  /// The very position where it is free.
  private Gap exactly(int position) throws SQLException {
    boolean taken =
        number("select position from record where ", " and position = ?", position).isPresent();
    return taken ? after(position) : new Gap(position - 1, position + 1);
  }

  private int positionOf(RecordKey sibling) throws SQLException {
    return number("select position from record where ", " and key = ?", sibling.toString())
        .orElseThrow(() -> new IllegalStateException(sibling + " stands elsewhere by now"));
  }

  private Optional<Integer> number(String select, String condition, Object... values)
      throws SQLException {
    return JdbcRows.read(
            connection,
            select + children() + condition,
            row -> Optional.ofNullable((Integer) row.getObject(1)),
            with(values))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// What people call the sibling before a position.
  @Nullable String nameBefore(int position) throws SQLException {
    return JdbcRows.first(
            connection,
            "select coalesce(reference, key) from record where "
                + children()
                + " and position < ? order by position desc limit 1",
            row -> row.getString(1),
            with(position))
        .orElse(null);
  }

  private String children() {
    return parent.path() == null
        ? "parent is null and ''= ? and key <> ?"
        : "parent = ? and key <> ?";
  }

  private Object[] with(Object... values) {
    List<Object> all = new ArrayList<>(List.of(parent.key(), self));
    all.addAll(List.of(values));
    return all.toArray();
  }

  /// Puts all children [Branch#STEP] apart again, with all that stands below them.
  private void spread() throws SQLException {
    JdbcRows.update(
        connection,
        """
        with place as (
          select key, path,
            cast(row_number() over (order by position) * ? as integer) as position
          from record where %s),
        moved as (
          select key, path, position, ? || lpad(to_hex(position), 8, '0') as new_path from place)
        update record r set
          position = case when r.key = m.key then m.position else r.position end,
          path = m.new_path || substr(r.path, length(m.path) + 1)
        from moved m
        where r.key = m.key or is_below(r.path, m.path)
        """
            .formatted(parent.path() == null ? "parent is null and '' = ?" : "parent = ?"),
        Branch.STEP,
        parent.key(),
        parent.path() == null ? "" : parent.path() + ".");
    parent.last(last());
  }
}
