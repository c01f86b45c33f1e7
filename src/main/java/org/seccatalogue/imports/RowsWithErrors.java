package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.rows.ImportFindings;
import org.seccatalogue.plan.rows.RowDecisions;
import org.seccatalogue.workbook.Workbook;

/// The rows of an import in which an error was found. They are never applied; when they are left
/// out, what else a refused import holds becomes a plan. Runs within the transaction of its caller.
@ApplicationScoped
class RowsWithErrors {

  private static final int MOST_TOLD = 1_000;

  private final ImportRuns runs;
  private final RowDecisions decisions;
  private final ImportFindings findings;
  private final Workbook.Limits limits;

  RowsWithErrors(
      ImportRuns runs, RowDecisions decisions, ImportFindings findings, ImportLimits settings) {
    this.runs = runs;
    this.decisions = decisions;
    this.findings = findings;
    this.limits = settings.asLimits();
  }

  /// Leaves out the rows with errors of a refused import, and the rows that need them. Records that
  /// no row names are forgotten: a row that is left out may name them.
  DecideOutcome leaveOut(long id) {
    if (runs.hold(id).isEmpty()) {
      return new DecideOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    if (run.state() != ImportState.REFUSED) {
      return new DecideOutcome.NotDecidable(run);
    }
    if (!run.problems().separable()) {
      return new DecideOutcome.Refused(run, reasons(run));
    }
    decisions.leaveOutErrors(id);
    runs.planned(id);
    return new DecideOutcome.Decided(runs.count(id));
  }

  /// Why leaving out rows does not help.
  private List<Finding> reasons(ImportRun run) {
    List<Finding> told = findings.errorsOfNoRow(run.id(), MOST_TOLD);
    return told.isEmpty()
        ? List.of(
            Finding.error(
                FindingCode.TOO_LARGE,
                new Place.Pointer(""),
                "%,d findings".formatted(run.problems().errors() + run.problems().warnings()),
                "at most %,d findings, so that all rows with errors are known (catalogue.import.findings)"
                    .formatted(limits.findings())))
        : told;
  }
}
