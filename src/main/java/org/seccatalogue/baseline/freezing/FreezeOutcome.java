package org.seccatalogue.baseline.freezing;

import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.finding.Finding;

/// What came of a wish to freeze.
public sealed interface FreezeOutcome {

  record Frozen(Baseline baseline) implements FreezeOutcome {}

  /// Something stands against it that nobody waived.
  record Stopped(GateReport report) implements FreezeOutcome {}

  /// The request itself is wrong.
  record Rejected(List<Finding> findings) implements FreezeOutcome {}
}
