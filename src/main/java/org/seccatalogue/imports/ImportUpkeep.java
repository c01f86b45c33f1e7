package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.seccatalogue.job.Upkeep;
import org.seccatalogue.plan.rows.ImportFindings;
import org.seccatalogue.plan.rows.ImportRows;

/// Removes the files, and later the rows and findings, of imports whose time is over. The line of
/// the import stays, with what it counted. Imports that another node is at are left to it, and
/// those whose job has not ended to the next time.
@ApplicationScoped
class ImportUpkeep {

  private final ImportRuns runs;
  private final ImportFiles files;
  private final ImportRows rows;
  private final ImportFindings findings;
  private final Duration filesKept;
  private final Duration plansKept;

  ImportUpkeep(
      ImportRuns runs,
      ImportFiles files,
      ImportRows rows,
      ImportFindings findings,
      ImportLimits settings) {
    this.runs = runs;
    this.files = files;
    this.rows = rows;
    this.findings = findings;
    this.filesKept = settings.filesKept();
    this.plansKept = settings.plansKept();
  }

  @Transactional
  void removeFiles(@Observes Upkeep moment) {
    runs.withFilesFor(filesKept, moment).forEach(files::remove);
  }

  @Transactional
  void removePlans(@Observes Upkeep moment) {
    for (long id : runs.withRowsFor(plansKept, moment)) {
      runs.emptied(id, moment);
      rows.remove(id);
      findings.remove(id);
    }
  }
}
