package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// Gives records the paths of their numbers when they move, or when what is above them is called
/// otherwise, one level after the other. No words change, so that no revision is made.
final class PathRows {

  private static final int DEEPEST = 100;

  /// The records themselves and those directly below them whose numbers are counted.
  private static final Query<Changed> CHANGED =
      Query.of(
          Changed.class,
          """
          select c.key, c.reference as before,
            coalesce(p.reference, p.key) || ' / ' || regexp_replace(c.reference, '^.* / ', '')
              as after
          from record c join record p on p.key = c.parent
          where (c.key = any(:keys) or c.parent = any(:keys)) and c.type = any(:types)
            and (c.reference like '% / %' or c.reference !~ '^[A-Z]')
            and c.reference
              <> coalesce(p.reference, p.key) || ' / ' || regexp_replace(c.reference, '^.* / ', '')
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

  private record Changed(String key, String before, String after) {}

  private final Connection connection;
  private final WrittenBy by;
  private final List<String> types;

  /// @param types the names of the types of which numbers may be counted
  PathRows(Connection connection, WrittenBy by, List<String> types) {
    this.connection = connection;
    this.by = by;
    this.types = types;
  }

  /// @param keys of records that moved or are called otherwise
  void follow(List<String> keys) throws SQLException {
    List<String> above = keys;
    for (int depth = 0; !above.isEmpty() && depth < DEEPEST; depth++) {
      List<Changed> changed = CHANGED.with("keys", above).with("types", types).list(connection);
      if (!changed.isEmpty()) {
        put(changed);
      }
      above = each(changed, Changed::key);
    }
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
