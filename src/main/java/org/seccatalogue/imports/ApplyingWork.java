package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.imports.writing.NotWritten;
import org.seccatalogue.imports.writing.WritingDoor;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.job.JobWork;
import org.seccatalogue.job.Progress;

/// Applies the plan of an import. One that is ended before its time leaves the plan as it was.
@ApplicationScoped
class ApplyingWork implements JobWork {

  static final String KIND = "import-apply";

  private final ImportApplying applying;
  private final WritingDoor door;

  ApplyingWork(ImportApplying applying, WritingDoor door) {
    this.applying = applying;
    this.door = door;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, Progress progress) {
    progress.at("Comparing the plan with the catalogue", 0, 0);
    switch (applied(job, progress)) {
      case ApplyOutcome.Applied _ -> {}
      case ApplyOutcome.Undecided(ImportRun _, List<Finding> findings) ->
          throw new JobRefused(findings);
      case ApplyOutcome.Moved(ImportRun _, List<Finding> findings) ->
          throw new JobRefused(findings);
      case ApplyOutcome.NotApplicable(ImportRun run) -> throw notPlanned(run.state().name());
      case ApplyOutcome.NotFound _ -> throw notPlanned("no import");
    }
  }

  private ApplyOutcome applied(Job job, Progress progress) {
    try {
      return applying.applyHeld(
          job.subject(), job.note(), door.isEditorial(job.subject()), progress);
    } catch (NotWritten e) {
      throw new JobRefused(e.findings());
    }
  }

  private static JobRefused notPlanned(String found) {
    Place place = new Place.Pointer("/state");
    return new JobRefused(List.of(Finding.error(FindingCode.MOVED, place, found, "PLANNED")));
  }
}
