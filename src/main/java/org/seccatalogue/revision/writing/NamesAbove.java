package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.sql.Query;

/// What the records are called below which numbers are counted. They are held, so that nobody calls
/// them otherwise until the transaction ends.
final class NamesAbove {

  private static final Query<Named> HOLD =
      Query.of(
          Named.class,
          "select key, coalesce(reference, key) as name from record where key = any(:keys)"
              + " order by key for share");

  private record Named(String key, String name) {}

  private final Map<String, String> names = new HashMap<>();

  private NamesAbove() {}

  static NamesAbove of(Connection connection, List<RecordChange> changes) throws SQLException {
    NamesAbove above = new NamesAbove();
    List<String> keys =
        changes.stream()
            .filter(RecordChange::isCounted)
            .map(change -> String.valueOf(change.parent()))
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      for (Named named : HOLD.with("keys", keys).list(connection)) {
        above.names.put(named.key(), named.name());
      }
    }
    return above;
  }

  @Nullable String reference(RecordChange change) {
    return change.reference(names.get(String.valueOf(change.parent())));
  }
}
