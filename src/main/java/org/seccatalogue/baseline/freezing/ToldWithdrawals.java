package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.selection.BaselineSelection;

/// Finds the withdrawals that the next baseline tells of: of records that an earlier one holds.
@ApplicationScoped
class ToldWithdrawals {

  private final PublishedStore store;
  private final History history;
  private final BaselineSelection selection;

  ToldWithdrawals(PublishedStore store, History history, BaselineSelection selection) {
    this.store = store;
    this.history = history;
    this.selection = selection;
  }

  /// What is told.
  ///
  /// @param why the withdrawals that are in force, by their records
  /// @param marked those of the records that have a protective marking by now
  record Told(Map<RecordKey, HistoryEvent.StageChanged> why, Set<String> marked) {

    private static final Told NOTHING = new Told(Map.of(), Set.of());
  }

  Told of(int baseline) {
    List<String> withdrawn = history.withdrawn().stream().map(RecordKey::toString).toList();
    Set<String> gone = withdrawn.isEmpty() ? Set.of() : store.gone(baseline, withdrawn);
    return gone.isEmpty()
        ? Told.NOTHING
        : new Told(
            history.withdrawals(gone.stream().map(RecordKey::of).toList()), selection.marked(gone));
  }

  /// What the next baseline would tell.
  Told next() {
    return of(store.nextNumber());
  }
}
