package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.sql.Query;

/// Where a record stands.
///
/// @param parentName what people call the parent
record Standing(
    String key, @Nullable String parent, @Nullable String parentName, int position, String path) {

  private static final Query<Standing> OF_RECORDS =
      Query.of(
          Standing.class,
          """
          select r.key, r.parent, coalesce(p.reference, p.key) as parent_name, r.position, r.path
          from record r left join record p on p.key = r.parent where r.key = any(:keys)
          """);

  /// Where the records of changes stand now, by their keys.
  static Map<String, Standing> of(Connection connection, List<RecordChange> changes)
      throws SQLException {
    Map<String, Standing> standing = new HashMap<>();
    if (!changes.isEmpty()) {
      List<String> keys = changes.stream().map(change -> change.key().toString()).toList();
      OF_RECORDS.with("keys", keys).list(connection).forEach(s -> standing.put(s.key(), s));
    }
    return standing;
  }

  /// Whether a change may put a record elsewhere. A withdrawal leaves it where it is.
  static boolean isLeft(@Nullable Standing now, RecordChange change) {
    return now != null && (!(change.slot() instanceof Slot.Kept) || !now.isBelow(change));
  }

  boolean isBelow(RecordChange change) {
    return Objects.equals(parent, Objects.toString(change.parent(), null));
  }
}
