package org.seccatalogue.baseline.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// Where a record stood and where it stands: below which other one. Both are the same when it only
/// changed its place among those beside it; absent means at the top of the outline.
public record Move(@Nullable RecordHead from, @Nullable RecordHead to) {

  /// Whether it stands below the same record as before.
  public boolean isWithin() {
    return Objects.equals(key(from), key(to));
  }

  private static @Nullable RecordKey key(@Nullable RecordHead head) {
    return head == null ? null : head.key();
  }

  /// One phrase for people.
  public String words() {
    return isWithin()
        ? "to another place below " + name(to)
        : "from below " + name(from) + " to below " + name(to);
  }

  private static String name(@Nullable RecordHead head) {
    return head == null
        ? "the top of the outline"
        : head.title().isEmpty() ? head.name() : head.name() + " " + head.title();
  }
}
