package org.seccatalogue.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordKey;

/// What came of saving a record.
public sealed interface SaveOutcome {

  /// A new record, at revision 1.
  ///
  /// @param warnings what is to be known of it all the same
  record Created(StoredRecord record, List<Finding> warnings) implements SaveOutcome {}

  /// The record has a new revision, or moved to another stage or place.
  record Revised(StoredRecord record, List<Finding> warnings) implements SaveOutcome {}

  /// The record has another reference, its first one, or none any more, and nothing else: no new
  /// revision.
  record Renumbered(StoredRecord record, List<Finding> warnings) implements SaveOutcome {}

  /// Nothing was different: no new revision.
  record Unchanged(StoredRecord record) implements SaveOutcome {}

  /// The record has moved on since. Nothing was changed.
  ///
  /// @param base the revision that was looked at, absent when there never was one of that number
  /// @param number that the record had then, empty when it had none; absent when nobody looked
  record Stale(@Nullable Revision base, @Nullable String number, StoredRecord current)
      implements SaveOutcome {}

  /// What was asked for is wrong at all these places. Nothing was changed.
  record Rejected(List<Finding> findings) implements SaveOutcome {}

  /// There is no such record.
  record NotFound(RecordKey key) implements SaveOutcome {}
}
