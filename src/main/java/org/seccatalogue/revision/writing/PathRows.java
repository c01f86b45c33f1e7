package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Gives records the paths of their numbers when they move, or when what is above them is called
/// otherwise, one level after the other. No words change, so that no revision is made.
final class PathRows {

  private static final int DEEPEST = 100;

  /// The records themselves and those directly below them, with the numbers that they say.
  private static final Query<Numbered> NUMBERED =
      Query.of(
          Numbered.class,
          """
          select c.key, c.reference as before, coalesce(p.reference, p.key) as above,
            c.attributes ->> (cast(:attributes as text[]))[
              array_position(cast(:types as text[]), c.type)] as number
          from record c join record p on p.key = c.parent
          where (c.key = any(:keys) or c.parent = any(:keys)) and c.type = any(:types)
            and c.reference is not null
          order by c.key
          """);

  /// What begins so is nobody's path, so that two may exchange theirs.
  private static final String ON_THE_WAY = "\u0001";

  private static final Command PUT =
      Command.of(
          """
          update record r set reference = n.reference
          from unnest(cast(:keys as text[]), cast(:references as text[])) n (key, reference)
          where r.key = n.key
          """);
  private static final Command COUNT =
      Command.of(
          "update record set version = version + 1, changed_at = :at where key = any(:keys)");

  private record Numbered(String key, String before, String above, @Nullable String number) {

    Stream<Changed> changed() {
      return number == null || !Numbering.isCounted(number)
          ? Stream.empty()
          : Stream.of(new Changed(key, before, Numbering.path(above, number)))
              .filter(change -> !change.after().equals(before));
    }
  }

  private record Changed(String key, String before, String after) {}

  private final Connection connection;
  private final WrittenBy by;
  private final List<RecordType> types;

  /// @param types those of which numbers may be counted
  PathRows(Connection connection, WrittenBy by, List<RecordType> types) {
    this.connection = connection;
    this.by = by;
    this.types = types;
  }

  /// @param keys of records that moved or are called otherwise
  void follow(List<String> keys) throws SQLException {
    List<String> above = keys;
    for (int depth = 0; !above.isEmpty() && depth < DEEPEST; depth++) {
      List<Changed> changed = changed(above);
      if (!changed.isEmpty()) {
        put(changed);
      }
      above = each(changed, Changed::key);
    }
  }

  private List<Changed> changed(List<String> above) throws SQLException {
    return NUMBERED
        .with("keys", above)
        .with("types", types.stream().map(RecordType::name).toList())
        .with("attributes", types.stream().map(PathRows::attribute).toList())
        .list(connection)
        .stream()
        .flatMap(Numbered::changed)
        .toList();
  }

  private static String attribute(RecordType type) {
    return type.playing(AttributeRole.REFERENCE).map(Attribute::name).orElse("");
  }

  private void put(List<Changed> changed) throws SQLException {
    List<String> keys = each(changed, Changed::key);
    PUT.with("keys", keys)
        .with("references", each(changed, change -> ON_THE_WAY + change.after()))
        .run(connection);
    PUT.with("keys", keys).with("references", each(changed, Changed::after)).run(connection);
    COUNT.with("at", by.at()).with("keys", keys).run(connection);
    TableCopy copy =
        new TableCopy(
            "reference_change (key, from_reference, to_reference, changed_at, changed_by, note)");
    for (Changed change : changed) {
      copy.add(change.key()).add(change.before()).add(change.after());
      copy.add(by.at()).add(by.author()).add(by.note().reason()).end();
    }
    copy.send(connection);
  }

  private static List<String> each(List<Changed> changed, Function<Changed, String> value) {
    return changed.stream().map(value).toList();
  }
}
