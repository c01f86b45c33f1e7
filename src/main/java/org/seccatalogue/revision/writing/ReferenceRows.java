package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.sql.Command;

/// Writes references that change, and the table `reference_change`.
final class ReferenceRows {

  /// So that two may exchange theirs.
  private static final Command NONE =
      Command.of("update record set reference = null where key = any(:keys)");

  private static final Command CHANGE =
      Command.of(
          """
          update record r set reference = n.reference, version = version + 1, changed_at = :at,
            attributes = jsonb_set(r.attributes, array[n.attribute], to_jsonb(n.reference))
          from unnest(cast(:keys as text[]), cast(:attributes as text[]), cast(:references as text[]))
            n (key, attribute, reference)
          where r.key = n.key
          """);

  /// What new words say of the reference of their record.
  private static final Command REWORDED =
      Command.of(
          """
          insert into reference_change
            (key, from_reference, to_reference, changed_at, changed_by, note)
          select r.key, r.reference, n.reference, :at, :by, :note
          from unnest(cast(:keys as text[]), cast(:references as text[])) n (key, reference)
          join record r on r.key = n.key
          where r.reference is not null and n.reference is not null
            and r.reference <> n.reference
          """);

  private final Connection connection;
  private final WrittenBy by;

  ReferenceRows(Connection connection, WrittenBy by) {
    this.connection = connection;
    this.by = by;
  }

  void write(List<Renumbered> changes) throws SQLException {
    List<String> keys = each(changes, change -> change.key().toString());
    NONE.with("keys", keys).run(connection);
    CHANGE
        .with("at", by.at())
        .with("keys", keys)
        .with("attributes", each(changes, ReferenceRows::attribute))
        .with("references", each(changes, Renumbered::to))
        .run(connection);
    TableCopy copy =
        new TableCopy(
            "reference_change (key, from_reference, to_reference, changed_at, changed_by, note)");
    for (Renumbered change : changes) {
      copy.add(change.key()).add(change.from()).add(change.to());
      copy.add(by.at()).add(by.author()).add(by.note().reason()).end();
    }
    copy.send(connection);
  }

  /// Keeps the references that records have until their new words are written.
  void reworded(List<RecordChange> changes, NamesAbove above) throws SQLException {
    List<RecordChange> numbered =
        changes.stream()
            .filter(change -> change.type().playing(AttributeRole.REFERENCE).isPresent())
            .toList();
    if (!numbered.isEmpty()) {
      REWORDED
          .with("at", by.at())
          .with("by", by.author())
          .with("note", by.note().reason())
          .with("keys", numbered.stream().map(change -> change.key().toString()).toList())
          .with("references", RecordRows.each(numbered, above::reference))
          .run(connection);
    }
  }

  private static String attribute(Renumbered change) {
    return change.type().playing(AttributeRole.REFERENCE).map(Attribute::name).orElseThrow();
  }

  private static List<String> each(List<Renumbered> changes, Function<Renumbered, String> value) {
    return changes.stream().map(value).toList();
  }
}
