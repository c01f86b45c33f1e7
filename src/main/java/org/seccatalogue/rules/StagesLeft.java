package org.seccatalogue.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Workflow;

/// What was done with the records of a batch to bring them where they are.
///
/// @param stages the main stages that waiting ones left
/// @param withdrawals why withdrawn ones were withdrawn
record StagesLeft(Map<RecordKey, String> stages, Map<RecordKey, Intent.Withdrawal> withdrawals) {

  /// Asked for those alone that are to go on, or to keep their stage with new words.
  static StagesLeft of(List<Draft> batch, Workflow workflow, KnownRecords known) {
    Set<RecordKey> waiting =
        batch.stream()
            .filter(StagesLeft::goesOn)
            .map(Draft::base)
            .filter(base -> base != null && workflow.isSide(base.head().stage()))
            .map(base -> base.head().key())
            .collect(Collectors.toSet());
    Set<RecordKey> again =
        batch.stream()
            .filter(draft -> draft.intent() instanceof Intent.Withdrawal)
            .map(Draft::base)
            .filter(base -> base != null && base.head().stage().equals(workflow.withdrawn()))
            .map(base -> base.head().key())
            .collect(Collectors.toSet());
    return new StagesLeft(
        waiting.isEmpty() ? Map.of() : known.stagesLeft(waiting),
        again.isEmpty() ? Map.of() : known.withdrawals(again));
  }

  /// Whether a record is withdrawn already for that reason and with that replacement.
  boolean isWithdrawnSo(Draft draft, @Nullable String reason, @Nullable RecordKey replacement) {
    DraftBase base = draft.base();
    Intent.Withdrawal before = base == null ? null : withdrawals.get(base.head().key());
    return before != null
        && Objects.equals(NoteText.kept(before.reason()), NoteText.kept(reason))
        && Objects.equals(before.replacement(), Objects.toString(replacement, null));
  }

  private static boolean goesOn(Draft draft) {
    return draft.wish().stage() != null
        || (draft.intent() instanceof Intent.Edit edit && edit.editorial());
  }

  String of(Draft draft, Workflow workflow) {
    DraftBase base = draft.base();
    return base == null
        ? workflow.initial()
        : stages.getOrDefault(base.head().key(), workflow.initial());
  }
}
