package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.schema.AttributeRole;

/// Writes the table `record`.
final class RecordRows {

  private final Connection connection;
  private final WrittenBy by;

  RecordRows(Connection connection, WrittenBy by) {
    this.connection = connection;
    this.by = by;
  }

  void insert(List<RecordChange> changes, OutlineWriter outline) throws SQLException {
    TableCopy copy =
        new TableCopy(
            "record (key, type, parent, position, path, reference, title, stage, revision,"
                + " version, attributes, changed_at)");
    Map<String, Branch> batch = new HashMap<>();
    for (RecordChange change : changes) {
      boolean amongOthers = !(change.slot() instanceof Slot.Kept);
      if (amongOthers) {
        copy.send(connection);
      }
      Branch.Position place = outline.place(connection, change, batch);
      batch.put(
          change.key().toString(),
          new Branch(change.key().toString(), name(change), place.path(), 0));
      add(copy, change, place);
      if (amongOthers) {
        copy.send(connection);
      }
    }
    copy.send(connection);
  }

  private void add(TableCopy copy, RecordChange change, Branch.Position place) {
    copy.add(change.key()).add(change.type().name()).add(change.parent());
    copy.add(place.position()).add(place.path()).add(reference(change)).add(title(change));
    copy.add(change.stage()).add(1).add(1).add(change.attributes().text()).add(by.at()).end();
  }

  private static @Nullable String reference(RecordChange change) {
    return change.attributes().text(change.type(), AttributeRole.REFERENCE).orElse(null);
  }

  private static String name(RecordChange change) {
    String reference = reference(change);
    return reference == null ? change.key().toString() : reference;
  }

  private static String title(RecordChange change) {
    return change
        .attributes()
        .text(change.type(), AttributeRole.TITLE)
        .orElseGet(() -> change.key().toString());
  }

  /// New words.
  void update(List<RecordChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    JdbcRows.update(
        connection,
        """
        update record r set reference = n.reference, title = n.title, stage = n.stage,
          revision = n.revision, version = version + 1, attributes = n.attributes::jsonb,
          changed_at = ?
        from unnest(?, ?, ?, ?, ?, ?) n (key, reference, title, stage, revision, attributes)
        where r.key = n.key
        """,
        by.at().atOffset(ZoneOffset.UTC),
        each(changes, change -> change.key().toString()),
        each(changes, RecordRows::reference),
        each(changes, RecordRows::title),
        each(changes, RecordChange::stage),
        each(changes, RecordChange::revision),
        each(changes, change -> change.attributes().text()));
  }

  /// Another stage or place, and no new words.
  void touch(List<RecordChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    JdbcRows.update(
        connection,
        """
        update record r set stage = coalesce(n.stage, r.stage), version = version + 1,
          changed_at = ?
        from unnest(?, ?) n (key, stage) where r.key = n.key
        """,
        by.at().atOffset(ZoneOffset.UTC),
        each(changes, change -> change.key().toString()),
        each(changes, RecordChange::stage));
  }

  /// A list that may hold nulls.
  private static List<@Nullable Object> each(
      List<RecordChange> changes, Function<RecordChange, @Nullable Object> value) {
    java.util.ArrayList<@Nullable Object> values = new java.util.ArrayList<>(changes.size());
    changes.forEach(change -> values.add(value.apply(change)));
    return values;
  }
}
