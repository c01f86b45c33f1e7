package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.plan.ImportRows;
import org.seccatalogue.workbook.Workbook;

/// The rows of an import in which an error was found. They are never applied; when they are left
/// out, what else a refused import holds becomes a plan. Runs within the transaction of its caller.
@ApplicationScoped
class RowsWithErrors {

  /// Of an error `f`: whether it is of a row, and not of a sheet or its headers.
  static final String OF_A_ROW =
      "(f.sheet_row is not null and f.code not in ('MISSING_COLUMN', 'DUPLICATE_COLUMN'))";

  private static final int MOST_TOLD = 1_000;

  private final ImportRuns runs;
  private final Session database;
  private final Workbook.Limits limits;

  RowsWithErrors(ImportRuns runs, Session database, ImportLimits settings) {
    this.runs = runs;
    this.database = database;
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
    if (!run.separable()) {
      return new DecideOutcome.Refused(run, reasons(run));
    }
    change(
        id,
        "update import_change c set chosen = false where c.import_id = :id and "
            + ImportRows.HAS_ERROR);
    leaveOutWhatNeedsThem(id);
    change(id, "delete from import_change where import_id = :id and outcome = 'MISSING'");
    forgetTheirLinks(id);
    change(id, "update import set state = 'PLANNED', missing = 0 where id = :id");
    return new DecideOutcome.Decided(runs.find(id).orElseThrow());
  }

  /// Row by row down the outline and along the links, until nothing is chosen that needs what is
  /// not.
  private void leaveOutWhatNeedsThem(long id) {
    int more;
    do {
      more =
          change(
              id,
              """
              with lost as (
                select row_number from import_change
                where import_id = :id and outcome = 'NEW' and not chosen)
              update import_change c set chosen = false
              where c.import_id = :id and c.chosen and c.outcome in ('NEW', 'CHANGED', 'CONFLICT')
                and (c.parent_row in (select row_number from lost)
                  or c.row_number in (
                    select l.row_number from import_link l
                    where l.import_id = :id and l.target_row in (select row_number from lost)))
              """);
    } while (more > 0);
  }

  /// What rows with errors name may be no record and no row.
  private void forgetTheirLinks(long id) {
    change(
        id,
        """
        delete from import_link l where l.import_id = :id and not exists (
          select 1 from import_change c where c.import_id = l.import_id
            and c.row_number = l.row_number and not\s"""
            + ImportRows.HAS_ERROR
            + ")");
  }

  private int change(long id, String sql) {
    return database.createNativeMutationQuery(sql).setParameter("id", id).executeUpdate();
  }

  /// Why leaving out rows does not help.
  private List<Finding> reasons(ImportRun run) {
    List<Finding> findings = runs.errorsOfNoRow(run.id(), MOST_TOLD);
    return findings.isEmpty()
        ? List.of(
            Finding.error(
                FindingCode.TOO_LARGE,
                new Place.Pointer(""),
                "%,d findings".formatted(run.errors() + run.warnings()),
                "at most %,d findings, so that all rows with errors are known (catalogue.import.findings)"
                    .formatted(limits.findings())))
        : findings;
  }
}
