package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.selection.KnownContents;

/// The tables that a new baseline goes to, in the transaction of the caller.
@ApplicationScoped
class FrozenTables {

  private final Session database;
  private final PublishedStore store;
  private final KnownContents known;
  private final ToldWithdrawals withdrawals;

  FrozenTables(
      Session database, PublishedStore store, KnownContents known, ToldWithdrawals withdrawals) {
    this.database = database;
    this.store = store;
    this.known = known;
    this.withdrawals = withdrawals;
  }

  /// Writes why records that were published before are withdrawn, in the order of their keys. A
  /// record that takes the place of one is told of when it is published itself. Of one that has a
  /// protective marking by now, nothing is told but that it was withdrawn.
  ///
  /// @param marked whether the baseline takes records with a protective marking
  void writeWithdrawn(FrozenRows rows, boolean marked) {
    ToldWithdrawals.Told told = withdrawals.of(rows.baseline());
    Map<RecordKey, HistoryEvent.StageChanged> why = told.why();
    if (why.isEmpty()) {
      return;
    }
    Set<String> held =
        store.held(
            rows.baseline(),
            why.values().stream()
                .map(HistoryEvent.StageChanged::replacement)
                .filter(Objects::nonNull)
                .map(RecordKey::toString)
                .toList());
    Set<String> silent = marked ? Set.of() : told.marked();
    rows.writeWithdrawn(
        why.entrySet().stream()
            .map(one -> withdrawn(one.getKey(), one.getValue(), held, silent))
            .sorted(Comparator.comparing(WithdrawnRecord::key))
            .toList());
  }

  private static WithdrawnRecord withdrawn(
      RecordKey key, HistoryEvent.StageChanged why, Set<String> held, Set<String> silent) {
    if (silent.contains(key.toString())) {
      return new WithdrawnRecord(key.toString(), null, null);
    }
    String replacement = String.valueOf(why.replacement());
    return new WithdrawnRecord(
        key.toString(), why.by().note().reason(), held.contains(replacement) ? replacement : null);
  }

  /// The rows of the next baseline.
  FrozenRows rows() {
    store.expectMany();
    return new FrozenRows(database, store, known);
  }
}
