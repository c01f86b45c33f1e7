package org.seccatalogue.spreadsheet;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of deciding about the rows of an import.
public sealed interface DecideOutcome {

  /// The workbook was read again with the decisions; the run says whether it may be applied.
  record Planned(ImportRun run) implements DecideOutcome {}

  /// The decisions are wrong at all these places. None of them was kept.
  record Refused(ImportRun run, List<Finding> findings) implements DecideOutcome {}

  /// It was applied before, or was never read to its end.
  record NotDecidable(ImportRun run) implements DecideOutcome {}

  /// There is no such import.
  record NotFound(long id) implements DecideOutcome {}
}
