package org.seccatalogue.imports;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of deciding about the rows of an import, or of choosing among them.
public sealed interface DecideOutcome {

  /// All of it is kept with the plan.
  record Decided(ImportRun run) implements DecideOutcome {}

  /// The decisions are wrong at all these places. None of them was kept.
  record Refused(ImportRun run, List<Finding> findings) implements DecideOutcome {}

  /// It was applied before, has errors, or was never read to its end.
  record NotDecidable(ImportRun run) implements DecideOutcome {}

  /// There is no such import.
  record NotFound(long id) implements DecideOutcome {}
}
