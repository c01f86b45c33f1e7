package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.job.JobWork;
import org.seccatalogue.job.Progress;

/// Applies the plan of an import. One that is ended before its time leaves the plan as it was.
@ApplicationScoped
class ApplyingWork implements JobWork {

  static final String KIND = "import-apply";

  private final Imports imports;

  ApplyingWork(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, Progress progress) {
    progress.at("Comparing the plan with the catalogue", 0, 0);
    switch (imports.applyHeld(job.subject(), job.note(), progress)) {
      case ApplyOutcome.Applied _ -> {}
      case ApplyOutcome.Undecided(ImportRun _, List<Finding> findings) ->
          throw new JobRefused(findings);
      case ApplyOutcome.Moved(ImportRun _, List<Finding> findings) ->
          throw new JobRefused(findings);
      case ApplyOutcome.NotApplicable(ImportRun run) -> throw notPlanned(run.state().name());
      case ApplyOutcome.NotFound _ -> throw notPlanned("no import");
    }
  }

  private static JobRefused notPlanned(String found) {
    Place place = new Place.Pointer("/state");
    return new JobRefused(List.of(Finding.error(FindingCode.MOVED, place, found, "PLANNED")));
  }
}
