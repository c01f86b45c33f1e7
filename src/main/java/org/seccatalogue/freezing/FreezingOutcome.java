package org.seccatalogue.freezing;

import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.Job;

/// How far a freezing has come.
public sealed interface FreezingOutcome {

  record Frozen(Baseline baseline) implements FreezingOutcome {}

  /// Something stands against it that nobody waived. Nothing is published.
  record Stopped(GateReport report) implements FreezingOutcome {}

  /// The request itself is wrong. Nothing is published.
  record Rejected(List<Finding> findings) implements FreezingOutcome {}

  /// It waits, or is under way.
  record UnderWay(Job job) implements FreezingOutcome {}

  /// It was cancelled, or failed through no fault of the draft, or its process is gone. Nothing is
  /// published.
  record Ended(Job job) implements FreezingOutcome {}
}
