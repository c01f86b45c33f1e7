package org.seccatalogue.imports;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of applying an import.
public sealed interface ApplyOutcome {

  /// All that was chosen is in the catalogue.
  record Applied(ImportRun run) implements ApplyOutcome {}

  /// It was applied before, or had errors, or was never read to its end. Nothing was changed.
  record NotApplicable(ImportRun run) implements ApplyOutcome {}

  /// Rows wait for a decision, or do not go together as they were decided and chosen, at these
  /// places. Nothing was changed.
  record Undecided(ImportRun run, List<Finding> findings) implements ApplyOutcome {}

  /// Records moved on since the plan was made, at these places. Nothing was changed; the workbook
  /// must be planned again.
  record Moved(ImportRun run, List<Finding> findings) implements ApplyOutcome {}

  /// There is no such import.
  record NotFound(long id) implements ApplyOutcome {}
}
