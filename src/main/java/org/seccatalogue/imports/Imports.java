package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.Profiles;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.ChangeNote;

/// Imports: a workbook is read into a plan, shown, and then applied as a whole or not at all.
@ApplicationScoped
public class Imports {

  private final Profiles profiles;
  private final ImportRuns runs;
  private final ImportContents contents;
  private final ImportDecisions decisions;
  private final RowsWithErrors faulty;
  private final ImportReading reading;
  private final ImportApplying applying;

  Imports(
      Profiles profiles,
      ImportRuns runs,
      ImportContents contents,
      ImportDecisions decisions,
      RowsWithErrors faulty,
      ImportReading reading,
      ImportApplying applying) {
    this.profiles = profiles;
    this.runs = runs;
    this.contents = contents;
    this.decisions = decisions;
    this.faulty = faulty;
    this.reading = reading;
    this.applying = applying;
  }

  /// The profiles that may be named, in order of their names.
  public List<Profile> profiles() {
    return profiles.all();
  }

  /// Reads a workbook or CSV file into a plan. Changes no record.
  ///
  /// @param fileName as its sender called it; the ending tells the format
  /// @param profile name of the profile to read it with; absent: the one whose sheets and headers
  ///     it has, else columns by label and attribute name
  public PlanOutcome plan(
      String fileName, Path content, @Nullable String profile, ChangeNote note) {
    try {
      return new PlanOutcome.Planned(
          inTransaction(
              () -> reading.read(fileName, content, profile == null ? "" : profile, note)));
    } catch (JobRefused e) {
      return new PlanOutcome.Unreadable(e.findings());
    }
  }

  /// The newest imports, those before id `before` when it is given.
  @Transactional
  public List<ImportRun> recent(@Nullable Long before, int limit) {
    return runs.recent(before, limit);
  }

  @Transactional
  public Optional<ImportRun> find(long id) {
    return runs.find(id);
  }

  /// Planned changes in the order of the rows, those after row number `after`.
  ///
  /// @param filter absent: all of them
  @Transactional
  public List<PlannedChange> changes(
      long id, PlannedChange.@Nullable Filter filter, int after, int limit) {
    return contents.changes(id, filter, after, limit);
  }

  /// How many planned changes a filter finds.
  @Transactional
  public int count(long id, PlannedChange.Filter filter) {
    return contents.count(id, filter);
  }

  /// What planned changes change, before and after, by the numbers of their rows.
  @Transactional
  public Map<Integer, List<PlannedChange.Edit>> edits(long id, List<PlannedChange> changes) {
    return contents.edits(id, changes);
  }

  /// The first sections in which the records of its rows stand, in the order of the outline.
  @Transactional
  public List<RecordHead> sections(long id) {
    return contents.sections(id);
  }

  /// Findings in the order in which they were found, those after number `after`.
  @Transactional
  public List<Finding> findings(long id, int after, int limit) {
    return contents.findings(id, after, limit);
  }

  /// Keys of records of the same types and sections that no row names.
  @Transactional
  public List<RecordKey> missing(long id, int limit) {
    return contents.missing(id, limit);
  }

  /// Decides about rows in conflict, in the order of the list.
  public DecideOutcome decide(long id, List<Decision> taken) {
    return inTransaction(() -> decisions.decide(id, taken));
  }

  /// Decides all conflicts of a plan in the same way.
  ///
  /// @param onlyUndecided whether what was decided before stays
  public DecideOutcome decideAll(long id, Conflict.Choice choice, boolean onlyUndecided) {
    return inTransaction(() -> decisions.decideAll(id, choice, onlyUndecided));
  }

  /// Chooses rows by their numbers to be applied, or leaves them out.
  public DecideOutcome choose(long id, Collection<Integer> numbers, boolean chosen) {
    return inTransaction(() -> decisions.choose(id, numbers, chosen));
  }

  /// Chooses all rows of a filter, or leaves them out. Records that no row names are chosen, and so
  /// withdrawn, only by a filter of that kind.
  public DecideOutcome choose(long id, PlannedChange.Filter filter, boolean chosen) {
    return inTransaction(() -> decisions.choose(id, filter, chosen));
  }

  /// Leaves out the rows with errors of a refused import, and the rows that need them: the others
  /// become a plan. Refused when errors are not of rows.
  public DecideOutcome leaveOutErrors(long id) {
    return inTransaction(() -> faulty.leaveOut(id));
  }

  /// Takes back what an import did, in one transaction.
  public UndoOutcome undo(long id, ChangeNote note) {
    return applying.undo(id, note);
  }

  /// Applies a plan in one transaction.
  public ApplyOutcome apply(long id, ChangeNote note) {
    return applying.apply(id, note, false);
  }

  /// Applies a plan in one transaction.
  ///
  /// @param editorial whether its new words mean the same, where the workflow lets words that do
  ///     keep their stage
  public ApplyOutcome apply(long id, ChangeNote note, boolean editorial) {
    return applying.apply(id, note, editorial);
  }

  private static <T> T inTransaction(Supplier<T> work) {
    return ImportApplying.inTransaction(work);
  }
}
