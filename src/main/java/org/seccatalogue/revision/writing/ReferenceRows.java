package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Writes references that change, and the table `reference_change`. The empty text stands for none.
final class ReferenceRows {

  /// So that two may exchange theirs.
  private static final Command NONE =
      Command.of("update record set reference = null where key = any(:keys)");

  private static final Command CHANGE =
      Command.of(
          """
          update record r set reference = nullif(n.reference, ''), version = version + 1,
            changed_at = :at,
            attributes = case when n.number = '' then r.attributes - n.attribute
              else jsonb_set(r.attributes, array[n.attribute], to_jsonb(n.number)) end
          from unnest(cast(:keys as text[]), cast(:attributes as text[]), cast(:references as text[]),
              cast(:numbers as text[]))
            n (key, attribute, reference, number)
          where r.key = n.key
          """);

  /// The version of a record by which it got a number tells who saw which.
  private static final Command TELL =
      Command.of(
          """
          insert into reference_change
            (key, from_reference, to_reference, changed_at, changed_by, note, version, told,
              given_back)
          select r.key, n.before, n.after, :at, :by, :note, r.version, :told, :givenBack
          from unnest(cast(:keys as text[]), cast(:befores as text[]), cast(:afters as text[]))
            n (key, before, after)
          join record r on r.key = n.key
          order by r.path
          """);

  /// Those of some records that have another number.
  private static final Query<Numbered> OTHERWISE =
      Query.of(
          Numbered.class,
          """
          select r.key, coalesce(r.reference, '') as reference from record r
          join unnest(cast(:keys as text[]), cast(:attributes as text[]), cast(:numbers as text[]))
            n (key, attribute, number) on n.key = r.key
          where coalesce(r.attributes ->> n.attribute, '') <> n.number
          """);

  private record Numbered(RecordKey key, String reference) {}

  /// What new words say of the reference of their record.
  private static final Command REWORDED =
      Command.of(
          """
          insert into reference_change
            (key, from_reference, to_reference, changed_at, changed_by, note, version)
          select r.key, coalesce(r.reference, ''), coalesce(n.reference, ''), :at, :by, :note,
            r.version + 1
          from unnest(cast(:keys as text[]), cast(:references as text[])) n (key, reference)
          join record r on r.key = n.key
          where r.reference is distinct from n.reference
          """);

  /// What became of a reference.
  private enum What {
    CHANGED,
    TOLD,
    GIVEN_BACK
  }

  private final Connection connection;
  private final WrittenBy by;

  ReferenceRows(Connection connection, WrittenBy by) {
    this.connection = connection;
    this.by = by;
  }

  void write(List<Renumbered> changes) throws SQLException {
    change(changes);
    tell(changes, What.CHANGED);
  }

  /// The same of records that are none of those any more that had these references.
  void giveBack(List<Renumbered> changes) throws SQLException {
    change(changes);
    tell(changes, What.GIVEN_BACK);
  }

  private void change(List<Renumbered> changes) throws SQLException {
    List<String> keys = each(changes, change -> change.key().toString());
    NONE.with("keys", keys).run(connection);
    CHANGE
        .with("at", by.at())
        .with("keys", keys)
        .with("attributes", each(changes, ReferenceRows::attribute))
        .with("references", each(changes, Renumbered::to))
        .with("numbers", each(changes, Renumbered::number))
        .run(connection);
  }

  /// Tells in the history which references records had before they came here.
  void tellFormer(List<Renumbered> changes) throws SQLException {
    tell(changes, What.TOLD);
  }

  private void tell(List<Renumbered> changes, What what) throws SQLException {
    TELL.with("at", by.at())
        .with("told", what == What.TOLD)
        .with("givenBack", what == What.GIVEN_BACK)
        .with("by", by.author())
        .with("note", by.note().reason())
        .with("keys", each(changes, change -> change.key().toString()))
        .with("befores", each(changes, Renumbered::from))
        .with("afters", each(changes, Renumbered::to))
        .run(connection);
  }

  /// Those of changes without new words that give their records another number.
  Map<RecordChange, String> otherwise(List<RecordChange> changes) throws SQLException {
    List<RecordChange> numbered =
        changes.stream()
            .filter(change -> change.type().playing(AttributeRole.REFERENCE).isPresent())
            .toList();
    if (numbered.isEmpty()) {
      return Map.of();
    }
    Map<RecordKey, String> before =
        OTHERWISE
            .with("keys", numbered.stream().map(change -> change.key().toString()).toList())
            .with("attributes", numbered.stream().map(one -> attribute(one.type())).toList())
            .with("numbers", RecordRows.each(numbered, ReferenceRows::number))
            .list(connection)
            .stream()
            .collect(Collectors.toMap(Numbered::key, Numbered::reference));
    Map<RecordChange, String> otherwise = new LinkedHashMap<>();
    numbered.stream()
        .filter(change -> before.containsKey(change.key()))
        .forEach(change -> otherwise.put(change, before.get(change.key())));
    return otherwise;
  }

  private static String number(RecordChange change) {
    return Objects.requireNonNullElse(change.number(), "");
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
    return attribute(change.type());
  }

  private static String attribute(RecordType type) {
    return type.playing(AttributeRole.REFERENCE).map(Attribute::name).orElseThrow();
  }

  private static List<String> each(List<Renumbered> changes, Function<Renumbered, String> value) {
    return changes.stream().map(value).toList();
  }
}
