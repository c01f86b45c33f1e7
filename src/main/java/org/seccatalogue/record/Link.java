package org.seccatalogue.record;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A typed, directed link to another record, made against one revision of it.
///
/// @param type name of the link type
/// @param targetRevision the revision of the target that whoever made the link has seen
public record Link(String type, RecordKey target, int targetRevision, @Nullable String note) {

  /// The order in which links stand in a revision.
  public static final Comparator<Link> ORDER =
      Comparator.comparing(Link::type).thenComparing(Link::target);

  /// Whether both say the same of the same record, whichever revisions they were made against.
  public boolean sameAs(Link other) {
    return type.equals(other.type)
        && target.equals(other.target)
        && java.util.Objects.equals(note, other.note);
  }
}
