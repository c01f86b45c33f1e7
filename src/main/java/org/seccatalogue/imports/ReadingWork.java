package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobWork;
import org.seccatalogue.job.Progress;

/// Reads an uploaded workbook into a plan.
@ApplicationScoped
class ReadingWork implements JobWork {

  static final String KIND = "import-read";

  private final ImportReading reading;
  private final ImportRuns runs;
  private final ImportFiles files;

  ReadingWork(ImportReading reading, ImportRuns runs, ImportFiles files) {
    this.reading = reading;
    this.runs = runs;
    this.files = files;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, Progress progress) {
    ImportRun run = runs.find(job.subject()).orElseThrow();
    files.read(job, file -> reading.read(run, file, progress));
  }

  /// The line of the import stays, and says that it was not read.
  @Override
  public void abandon(Job job) {
    runs.stopped(job.subject());
    files.remove(job.subject());
    files.removeFileOf(job);
  }
}
