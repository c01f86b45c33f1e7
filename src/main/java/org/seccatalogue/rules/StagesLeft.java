package org.seccatalogue.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.Workflow;

/// The main stages that the waiting records of a batch left.
record StagesLeft(Map<RecordKey, String> stages) {

  /// Asked for those alone that are to go on, or to keep their stage with new words.
  static StagesLeft of(List<Draft> batch, Workflow workflow, KnownRecords known) {
    Set<RecordKey> waiting =
        batch.stream()
            .filter(StagesLeft::goesOn)
            .map(Draft::base)
            .filter(base -> base != null && workflow.isSide(base.head().stage()))
            .map(base -> base.head().key())
            .collect(Collectors.toSet());
    return new StagesLeft(waiting.isEmpty() ? Map.of() : known.stagesLeft(waiting));
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
