package org.seccatalogue.page.forms;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Workflow;

/// What becomes of the stage of a record when its words change, said before it happens.
///
/// @param text absent where nothing becomes of it
/// @param keeps whether an editorial change would keep the stage
record StageOutlook(@Nullable String text, boolean keeps) {

  /// @param left the main stage that a waiting record left
  static StageOutlook of(Workflow workflow, @Nullable StoredRecord record, String left) {
    if (record == null) {
      return new StageOutlook(null, false);
    }
    String now = record.stage();
    String fallen = workflow.newWordsFallTo(now);
    if (fallen.equals(now)) {
      return new StageOutlook(null, false);
    }
    String label = workflow.labelOf(now);
    if (workflow.isEnd(now)) {
      String text =
          workflow.mayMove(now, fallen, workflow.initial())
              ? "%s: choose the stage %s to bring this record back."
                  .formatted(label, workflow.labelOf(fallen))
              : "%s: the wording of this record is not changed any more.".formatted(label);
      return new StageOutlook(text, false);
    }
    boolean keeps = workflow.editorialKeeps(now, left);
    String text =
        "%s: new wording returns this record to %s%s."
            .formatted(
                label, workflow.labelOf(fallen), keeps ? ", unless the change is editorial" : "");
    return new StageOutlook(text, keeps);
  }
}
