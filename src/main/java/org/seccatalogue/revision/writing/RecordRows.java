package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.sql.Command;

/// Writes the table `record`.
final class RecordRows {

  private static final Command UPDATE =
      Command.of(
          """
          update record r set reference = n.reference, title = n.title, stage = n.stage,
            revision = n.revision, version = version + 1,
            attributes = cast(n.attributes as jsonb), changed_at = :at
          from unnest(cast(:keys as text[]), cast(:references as text[]), cast(:titles as text[]),
              cast(:stages as text[]), cast(:revisions as integer[]), cast(:attributes as text[]))
            n (key, reference, title, stage, revision, attributes)
          where r.key = n.key
          """);
  private static final Command TOUCH =
      Command.of(
          """
          update record r set stage = coalesce(n.stage, r.stage), version = version + n.count,
            changed_at = :at
          from unnest(cast(:keys as text[]), cast(:stages as text[]), cast(:counts as integer[]))
            n (key, stage, count)
          where r.key = n.key
          """);

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
      Branch.Position place = outline.place(connection, change, batch);
      String key = change.key().toString();
      String reference = change.reference(place.above());
      batch.put(key, new Branch(key, reference == null ? key : reference, place.path(), 0));
      add(copy, change, place);
    }
    copy.send(connection);
  }

  private void add(TableCopy copy, RecordChange change, Branch.Position place) {
    copy.add(change.key()).add(change.type().name()).add(change.parent());
    copy.add(place.position()).add(place.path());
    copy.add(change.reference(place.above())).add(title(change));
    copy.add(change.stage()).add(1).add(1).add(change.attributes().text()).add(by.at()).end();
  }

  private static String title(RecordChange change) {
    return change
        .attributes()
        .text(change.type(), AttributeRole.TITLE)
        .orElseGet(() -> change.key().toString());
  }

  /// New words.
  ///
  /// @param above what the records above them are called
  void update(List<RecordChange> changes, NamesAbove above) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    UPDATE
        .with("at", by.at())
        .with("keys", each(changes, change -> change.key().toString()))
        .with("references", each(changes, above::reference))
        .with("titles", each(changes, RecordRows::title))
        .with("stages", each(changes, RecordChange::stage))
        .with("revisions", each(changes, RecordChange::revision))
        .with("attributes", each(changes, change -> change.attributes().text()))
        .run(connection);
  }

  /// Another stage or place, and no new words.
  ///
  /// @param counted those of which the version was counted up already
  void touch(List<RecordChange> changes, Set<RecordChange> counted) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    TOUCH
        .with("at", by.at())
        .with("keys", each(changes, change -> change.key().toString()))
        .with("stages", each(changes, RecordChange::stage))
        .with("counts", each(changes, change -> counted.contains(change) ? 0 : 1))
        .run(connection);
  }

  /// A list that may hold nulls.
  static List<@Nullable Object> each(
      List<RecordChange> changes, Function<RecordChange, @Nullable Object> value) {
    java.util.ArrayList<@Nullable Object> values = new java.util.ArrayList<>(changes.size());
    changes.forEach(change -> values.add(value.apply(change)));
    return values;
  }
}
