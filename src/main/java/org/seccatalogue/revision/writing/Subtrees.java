package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.seccatalogue.sql.Query;

/// What stands below records that got another path comes along, one level after the other: also
/// what others put there while this transaction waited for them.
final class Subtrees {

  private static final int DEEPEST = 100;

  private static final Query<String> TAKE_ALONG =
      Query.of(
          String.class,
          """
          update record c set path = p.path || '.' || right(c.path, 8) from record p
          where p.key = any(:keys) and c.parent = p.key
            and c.path <> p.path || '.' || right(c.path, 8)
          returning c.key
          """);

  private Subtrees() {}

  static void takeAlong(Connection connection, List<String> keys) throws SQLException {
    List<String> moved = keys;
    for (int depth = 0; !moved.isEmpty() && depth < DEEPEST; depth++) {
      moved = TAKE_ALONG.with("keys", moved).list(connection);
    }
  }
}
