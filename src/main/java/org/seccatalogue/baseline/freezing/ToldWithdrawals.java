package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  /// The same, each with what replaces it by now: a replacement that was itself withdrawn leads on
  /// to its own.
  private Map<RecordKey, HistoryEvent.StageChanged> followed(
      Map<RecordKey, HistoryEvent.StageChanged> why, Collection<RecordKey> withdrawn) {
    if (why.values().stream().allMatch(one -> one.replacement() == null)) {
      return why;
    }
    Map<RecordKey, HistoryEvent.StageChanged> all = history.withdrawals(withdrawn);
    Map<RecordKey, HistoryEvent.StageChanged> followed = new HashMap<>();
    why.forEach((key, one) -> followed.put(key, one.replacedBy(last(one.replacement(), all))));
    return followed;
  }

  private static @Nullable RecordKey last(
      @Nullable RecordKey replacement, Map<RecordKey, HistoryEvent.StageChanged> all) {
    Set<RecordKey> seen = new HashSet<>();
    RecordKey last = replacement;
    while (last != null && seen.add(last) && all.containsKey(last)) {
      RecordKey next = Objects.requireNonNull(all.get(last)).replacement();
      last = next == null ? last : next;
    }
    return last;
  }

  Told of(int baseline) {
    List<RecordKey> withdrawn = history.withdrawn();
    Set<String> gone =
        withdrawn.isEmpty()
            ? Set.of()
            : store.gone(baseline, withdrawn.stream().map(RecordKey::toString).toList());
    return gone.isEmpty()
        ? Told.NOTHING
        : new Told(
            followed(history.withdrawals(gone.stream().map(RecordKey::of).toList()), withdrawn),
            selection.marked(gone));
  }

  /// What the next baseline would tell.
  Told next() {
    return of(store.nextNumber());
  }
}
