package org.seccatalogue.baseline.freezing;

import java.util.List;
import org.seccatalogue.finding.Finding;

/// What came of asking what stands against a baseline.
public sealed interface GateOutcome {

  record Reported(GateReport report) implements GateOutcome {}

  /// The request itself is wrong.
  record Rejected(List<Finding> findings) implements GateOutcome {}
}
