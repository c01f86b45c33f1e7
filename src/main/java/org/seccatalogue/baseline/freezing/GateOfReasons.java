package org.seccatalogue.baseline.freezing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.selection.BaselineSelection;

/// Shows the reasons of withdrawals to the gate: they are published like other words, and judged
/// like these. A reason may name its own record, and others of which readers are told that they
/// were withdrawn.
final class GateOfReasons {

  private final ToldWithdrawals withdrawals;
  private final BaselineSelection selection;
  private final Gate gate;
  private final boolean marked;
  private final List<String> told = new ArrayList<>();

  /// @param marked whether records with a protective marking are published
  GateOfReasons(
      ToldWithdrawals withdrawals, BaselineSelection selection, Gate gate, boolean marked) {
    this.withdrawals = withdrawals;
    this.selection = selection;
    this.gate = gate;
    this.marked = marked;
  }

  /// Looks at all, once the records are chosen.
  void check() {
    ToldWithdrawals.Told all = withdrawals.next();
    Set<String> known =
        all.why().keySet().stream().map(RecordKey::toString).collect(Collectors.toSet());
    all.why().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(RecordKey::toString)))
        .forEach(one -> check(one.getKey(), one.getValue(), all.marked(), known));
  }

  private void check(
      RecordKey key, HistoryEvent.StageChanged why, Set<String> withMarking, Set<String> known) {
    String reason = why.by().note().reason();
    boolean isMarked = withMarking.contains(key.toString());
    if (reason == null || (isMarked && !marked)) {
      return;
    }
    told.add(key + " " + why.replacement() + " " + reason);
    Set<String> named = new HashSet<>(PublishedForm.named(reason).all());
    named.removeAll(known);
    named.removeAll(selection.among(named));
    gate.checkReason(key, named.stream().sorted(), isMarked);
  }

  /// The reasons that go out, each with the keys of its record and of the one that replaces it.
  List<String> told() {
    return told;
  }
}
