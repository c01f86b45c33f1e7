package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.Refusal;

/// Renumbers branches of the outline: shows what would become of them, does it as one act, and
/// takes it back as a whole.
@ApplicationScoped
public class BranchRenumbering {

  private final BranchRows rows;
  private final BranchPlanner planner;
  private final BranchWriting writing;
  private final CitingTexts citing;
  private final RenumberingActs acts;

  BranchRenumbering(
      BranchRows rows,
      BranchPlanner planner,
      BranchWriting writing,
      CitingTexts citing,
      RenumberingActs acts) {
    this.rows = rows;
    this.planner = planner;
    this.writing = writing;
    this.citing = citing;
    this.acts = acts;
  }

  /// What would come of a wish; nothing where there is no such record.
  @Transactional
  public Optional<RenumberingPlan> plan(RenumberingWish wish) {
    return rows.one(wish.head()).map(head -> citing.of(planner.plan(head, wish)));
  }

  /// Does what was planned, if that is what would be planned now.
  ///
  /// @param state of the plan that somebody looked at
  public RenumberingOutcome apply(RenumberingWish wish, String state, ChangeNote note) {
    return answered(() -> writing.apply(wish, state, note), () -> plan(wish));
  }

  /// What would come of taking an act back; nothing where there is none.
  @Transactional
  public Optional<RenumberingPlan> planUndo(long act) {
    return acts.find(act).map(found -> citing.of(planner.undone(found, acts.lines(act))));
  }

  /// Takes an act back, if what was planned would be planned now.
  public RenumberingOutcome undo(long act, String state, ChangeNote note) {
    Optional<RenumberingAct> found = find(act);
    return found.isEmpty()
        ? new RenumberingOutcome.NotFound()
        : answered(() -> writing.undo(found.get(), state, note), () -> planUndo(act));
  }

  /// What the database refuses, because somebody else was faster, is told of the plan.
  private static RenumberingOutcome answered(
      Supplier<RenumberingOutcome> work, Supplier<Optional<RenumberingPlan>> planning) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      Finding refused = Refusal.of(failure).orElseThrow(() -> failure);
      return planning
          .get()
          .<RenumberingOutcome>map(plan -> new RenumberingOutcome.Refused(plan.with(refused)))
          .orElseGet(RenumberingOutcome.NotFound::new);
    }
  }

  @Transactional
  public Optional<RenumberingAct> find(long act) {
    return acts.find(act);
  }

  /// What an act did.
  @Transactional
  public List<RenumberingAct.Line> lines(long act) {
    return acts.lines(act);
  }

  /// The last acts before another one, the newest first.
  @Transactional
  public List<RenumberingAct> recent(@Nullable Long before, int limit) {
    return acts.recent(before == null ? Long.MAX_VALUE : before, limit);
  }
}
