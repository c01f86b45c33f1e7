package org.seccatalogue.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.imports.writing.ConflictResolution;
import org.seccatalogue.imports.writing.ImportApply;
import org.seccatalogue.imports.writing.ImportUndo;
import org.seccatalogue.imports.writing.NotWritten;
import org.seccatalogue.imports.writing.PlanCheck;
import org.seccatalogue.imports.writing.WritingDoor;
import org.seccatalogue.job.Progress;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.Refusal;

/// Applies plans and takes them back, each in one transaction.
@ApplicationScoped
class ImportApplying {

  private static final Duration LONGEST = Duration.ofHours(2);

  private final ImportRuns runs;
  private final ImportPlanning planning;
  private final ConflictResolution resolution;
  private final ImportUndo undo;
  private final WritingDoor door;

  ImportApplying(
      ImportRuns runs,
      ImportPlanning planning,
      ConflictResolution resolution,
      ImportUndo undo,
      WritingDoor door) {
    this.runs = runs;
    this.planning = planning;
    this.resolution = resolution;
    this.undo = undo;
    this.door = door;
  }

  /// Takes back what an import did, in one transaction.
  UndoOutcome undo(long id, ChangeNote note) {
    try {
      return inTransaction(() -> undone(id, note));
    } catch (NotWritten e) {
      return new UndoOutcome.BuiltOn(run(id), e.findings());
    } catch (RuntimeException e) {
      Finding refusal = Refusal.of(e).orElseThrow(() -> e);
      return new UndoOutcome.BuiltOn(run(id), List.of(refusal));
    }
  }

  private UndoOutcome undone(long id, ChangeNote note) {
    if (runs.hold(id).isEmpty()) {
      return new UndoOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    if (run.state() != ImportState.APPLIED) {
      return new UndoOutcome.NotUndoable(run);
    }
    List<Finding> reasons = undo.undo(id, note);
    if (!reasons.isEmpty()) {
      throw new NotWritten(reasons);
    }
    runs.undone(id, note);
    return new UndoOutcome.Undone(runs.find(id).orElseThrow());
  }

  /// Applies a plan in one transaction.
  ///
  /// @param editorial whether its new words mean the same, where the workflow lets words that do
  ///     keep their stage
  ApplyOutcome apply(long id, ChangeNote note, boolean editorial) {
    try {
      return inTransaction(() -> applyHeld(id, note, editorial, Progress.UNSEEN));
    } catch (NotWritten e) {
      return refused(run(id), e.findings());
    } catch (RuntimeException e) {
      Finding refusal = Refusal.of(e).orElseThrow(() -> e);
      return refused(run(id), List.of(refusal));
    }
  }

  private static ApplyOutcome refused(ImportRun run, List<Finding> reasons) {
    return reasons.stream().allMatch(finding -> finding.code() == FindingCode.UNDECIDED)
        ? new ApplyOutcome.Undecided(run, reasons)
        : new ApplyOutcome.Moved(run, reasons);
  }

  /// Applies a plan in the transaction of the caller.
  ///
  /// @throws NotWritten when the transaction must not end as if it had written
  ApplyOutcome applyHeld(long id, ChangeNote note, boolean editorial, Progress progress) {
    Optional<String> counters = runs.hold(id);
    if (counters.isEmpty()) {
      return new ApplyOutcome.NotFound(id);
    }
    ImportRun run = runs.find(id).orElseThrow();
    if (run.state() != ImportState.PLANNED) {
      return new ApplyOutcome.NotApplicable(run);
    }
    door.holdMoves(id);
    PlanCheck check = new PlanCheck(id, door);
    List<Finding> undecided = check.undecided();
    if (!undecided.isEmpty()) {
      return new ApplyOutcome.Undecided(run, undecided);
    }
    List<Finding> moved = check.moved();
    if (run.counts().created() > 0 && !planning.sameCounters(counters.get())) {
      moved.addAll(check.overtaken());
    }
    if (!moved.isEmpty()) {
      return new ApplyOutcome.Moved(run, moved);
    }
    resolution.resolve(id);
    write(run, new ImportApply.ApplyOrder(note, editorial, planning.takenOver(run)), progress);
    runs.applied(id, note);
    return new ApplyOutcome.Applied(runs.find(id).orElseThrow());
  }

  private void write(ImportRun run, ImportApply.ApplyOrder order, Progress progress) {
    List<Finding> reasons = new ImportApply(run.id(), door, order).write(run.changes(), progress);
    if (!reasons.isEmpty()) {
      throw new NotWritten(reasons);
    }
  }

  private ImportRun run(long id) {
    return inTransaction(() -> runs.find(id).orElseThrow());
  }

  /// Runs work that may take long in a transaction of its own.
  static <T> T inTransaction(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).call(work::get);
  }
}
