package org.seccatalogue.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;

/// What came of a query.
public sealed interface RecordPage {

  /// Records in the order of the outline, and the cursor of the next page if there is one.
  record Page(List<StoredRecord> records, @Nullable String next) implements RecordPage {}

  /// The query is wrong at all these places.
  record Refused(List<Finding> findings) implements RecordPage {}
}
