package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;
import org.seccatalogue.baseline.WithdrawnRecord;
import org.seccatalogue.baseline.publication.PublishedStore;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.selection.KnownContents;

/// The tables that a new baseline goes to, in the transaction of the caller.
@ApplicationScoped
class FrozenTables {

  private final Session database;
  private final PublishedStore store;
  private final KnownContents known;
  private final History history;

  FrozenTables(Session database, PublishedStore store, KnownContents known, History history) {
    this.database = database;
    this.store = store;
    this.known = known;
    this.history = history;
  }

  /// Writes why records that were published before are withdrawn, in the order of their keys. A
  /// record that takes the place of one is told of when it is published itself.
  void writeWithdrawn(FrozenRows rows) {
    List<String> withdrawn = history.withdrawn().stream().map(RecordKey::toString).toList();
    Set<String> gone = withdrawn.isEmpty() ? Set.of() : store.gone(rows.baseline(), withdrawn);
    if (gone.isEmpty()) {
      return;
    }
    Map<RecordKey, HistoryEvent.StageChanged> why =
        history.withdrawals(gone.stream().map(RecordKey::of).toList());
    Set<String> held =
        store.held(
            rows.baseline(),
            why.values().stream()
                .map(HistoryEvent.StageChanged::replacement)
                .filter(Objects::nonNull)
                .map(RecordKey::toString)
                .toList());
    rows.writeWithdrawn(
        why.entrySet().stream()
            .map(one -> withdrawn(one.getKey(), one.getValue(), held))
            .sorted(Comparator.comparing(WithdrawnRecord::key))
            .toList());
  }

  private static WithdrawnRecord withdrawn(
      RecordKey key, HistoryEvent.StageChanged why, Set<String> held) {
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
