package org.seccatalogue.revision.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.BulkLookup;
import org.seccatalogue.revision.numbering.RenumberingPlan.Line;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.revision.writing.Renumbered;
import org.seccatalogue.schema.CatalogueSchema;

/// Gives the records of branches their new numbers, within one transaction.
@ApplicationScoped
class BranchWriting {

  private final BranchRows rows;
  private final BranchPlanner planner;
  private final RenumberingActs acts;
  private final BulkLookup lookup;
  private final DraftWriter writer;
  private final CatalogueSchema schema;

  BranchWriting(
      BranchRows rows,
      BranchPlanner planner,
      RenumberingActs acts,
      BulkLookup lookup,
      DraftWriter writer,
      CatalogueSchema schema) {
    this.rows = rows;
    this.planner = planner;
    this.acts = acts;
    this.lookup = lookup;
    this.writer = writer;
    this.schema = schema;
  }

  @Transactional
  RenumberingOutcome apply(RenumberingWish wish, String state, ChangeNote note) {
    if (rows.one(wish.head()).isEmpty()) {
      return new RenumberingOutcome.NotFound();
    }
    return write(
        () -> planner.plan(rows.one(wish.head()).orElseThrow(), wish),
        state,
        plan -> new RenumberingActs.Done(wish.head(), other(plan, wish), null, plan.lines()),
        note);
  }

  private static @Nullable RecordKey other(RenumberingPlan plan, RenumberingWish wish) {
    return wish.exchange() && plan.other() != null ? plan.other().key() : null;
  }

  @Transactional
  RenumberingOutcome undo(RenumberingAct act, String state, ChangeNote note) {
    return write(
        () -> planner.undone(acts.find(act.id()).orElseThrow(), acts.lines(act.id())),
        state,
        plan -> new RenumberingActs.Done(act.head(), act.other(), act.id(), plan.lines()),
        note);
  }

  private interface Doing {
    RenumberingActs.Done of(RenumberingPlan plan);
  }

  /// Plans once more when nobody else can change the records any more.
  private RenumberingOutcome write(
      Supplier<RenumberingPlan> planning, String state, Doing doing, ChangeNote note) {
    writer.hurry();
    writer.holdMoves();
    lookup.hold(planning.get().lines().stream().map(Line::key).toList());
    RenumberingPlan plan = planning.get();
    if (!plan.isSound()) {
      return new RenumberingOutcome.Refused(plan);
    }
    if (!plan.state().equals(state)) {
      return new RenumberingOutcome.Stale(plan);
    }
    DraftWriting writing = writer.begin(note);
    writing.renumber(plan.lines().stream().map(this::renumbered).toList());
    long act = acts.add(doing.of(plan), writing.by());
    writing.end();
    return new RenumberingOutcome.Applied(acts.find(act).orElseThrow());
  }

  private Renumbered renumbered(Line line) {
    return new Renumbered(line.key(), schema.typeOf(line.type()), line.from(), line.to());
  }
}
