package org.seccatalogue.imports;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of reading a workbook.
public sealed interface PlanOutcome {

  /// It was read; the run says whether it may be applied.
  record Planned(ImportRun run) implements PlanOutcome {}

  /// It could not be read at all, for these reasons. Nothing is kept of it.
  record Unreadable(List<Finding> findings) implements PlanOutcome {}
}
