package org.seccatalogue.revision.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.Attributes;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.number.Numbering;
import org.seccatalogue.rules.Slot;
import org.seccatalogue.rules.StageCourse;
import org.seccatalogue.schema.AttributeRole;
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

  /// The number that people give it, if its type has one.
  @Nullable String number() {
    return attributes.text(type, AttributeRole.REFERENCE).orElse(null);
  }

  /// Whether that is counted below the record above it.
  boolean isCounted() {
    String number = number();
    return number != null
        && parent != null
        && type.kind().makesTheOutline()
        && Numbering.isCounted(number);
  }

  /// By what it is looked up: its number, with what is above it if it is counted below that.
  ///
  /// @param above what the record above it is called
  @Nullable String reference(@Nullable String above) {
    String number = number();
    return number != null && isCounted() ? Numbering.path(above, number) : number;
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
