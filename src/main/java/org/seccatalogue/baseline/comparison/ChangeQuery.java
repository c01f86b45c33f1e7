package org.seccatalogue.baseline.comparison;

import org.jspecify.annotations.Nullable;

/// Which changes somebody wants to see; absent parts do not restrict.
///
/// @param type name of a record type
/// @param section key or reference of a record: it and those below it, in either baseline
/// @param after cursor of the last page, as it gave it
/// @param limit the most changes to return
public record ChangeQuery(
    @Nullable String type,
    @Nullable String section,
    @Nullable ChangeKind kind,
    @Nullable String after,
    int limit) {

  /// All changes, so many at a time.
  public static ChangeQuery all(int limit) {
    return new ChangeQuery(null, null, null, null, limit);
  }

  /// The page after one that gave this cursor.
  public ChangeQuery from(@Nullable String cursor) {
    return new ChangeQuery(type, section, kind, cursor, limit);
  }
}
