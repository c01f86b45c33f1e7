package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.selection.BaselineSelection;
import org.seccatalogue.revision.selection.ChosenRecords;

/// Goes through the records of the draft that somebody wants to freeze.
@ApplicationScoped
class DraftWalks {

  private final Projections projections;
  private final Revisions revisions;
  private final BaselineSelection selection;
  private final ChosenRecords chosen;
  private final ToldWithdrawals withdrawals;
  private final DraftMoment moment;

  DraftWalks(
      Projections projections,
      Revisions revisions,
      BaselineSelection selection,
      ChosenRecords chosen,
      ToldWithdrawals withdrawals,
      DraftMoment moment) {
    this.projections = projections;
    this.revisions = revisions;
    this.selection = selection;
    this.chosen = chosen;
    this.withdrawals = withdrawals;
    this.moment = moment;
  }

  /// Shows each chosen record to the gate.
  GateReport each(FreezeRequest request, Gate gate) {
    return each(request, gate, List::size, (_, _) -> {});
  }

  /// Shows each chosen record to the gate, makes something of some of them at a time, and passes
  /// that on with the number of all of them.
  ///
  /// @param making is asked by another thread
  <T> GateReport each(
      FreezeRequest request,
      Gate gate,
      Function<List<FrozenRecord>, T> making,
      BiConsumer<T, Integer> reader) {
    FreezeWalk walk =
        new FreezeWalk(
            selection,
            criteria(request.selection()),
            chosen,
            gate,
            projections.of(request.disclosed()),
            new GateOfReasons(withdrawals, selection, gate, request.selection().marked()));
    moment.each(walk, making, made -> reader.accept(made, walk.total()));
    return walk.report();
  }

  private BaselineSelection.Criteria criteria(Selection wanted) {
    List<String> sections =
        wanted.sections().stream()
            .map(name -> revisions.named(name).orElseThrow().key())
            .map(RecordKey::toString)
            .toList();
    return new BaselineSelection.Criteria(
        sections, wanted.types(), wanted.stages(), wanted.notes(), wanted.marked());
  }
}
