package org.seccatalogue.revision.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.RecordType;

/// What is written of one record: a draft that the rules let pass, with the keys of all records
/// that it names.
///
/// @param parent absent for a root
/// @param baseRevision revision that the record has; 0 for a new one
/// @param course what becomes of words and stage; a new record has words
public record RecordChange(
    RecordKey key,
    RecordType type,
    @Nullable RecordKey parent,
    Slot slot,
    Attributes attributes,
    List<Link> links,
    int baseRevision,
    StageCourse course) {

  public RecordChange {
    links = List.copyOf(links);
  }

  boolean isNew() {
    return baseRevision == 0;
  }

  boolean makesRevision() {
    return course.makesRevision();
  }

  /// The number of its current revision afterwards.
  int revision() {
    return makesRevision() ? baseRevision + 1 : baseRevision;
  }

  /// The stage afterwards; absent when it stays as it is.
  @Nullable String stage() {
    String none = "";
    String end = course.end(none);
    return end.equals(none) ? null : end;
  }
}
