package org.seccatalogue.baseline.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;

/// What came of a wish to see changes.
public sealed interface ChangePage {

  /// Changes in the order of the outline.
  ///
  /// @param next cursor of the next page, if there is one
  record Page(List<RecordChange> changes, @Nullable String next) implements ChangePage {
    public Page {
      changes = List.copyOf(changes);
    }
  }

  /// The request is wrong.
  record Refused(List<Finding> findings) implements ChangePage {}
}
