package org.seccatalogue.document.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.revision.DraftSnapshot;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;

/// How far a section of the draft is: as far as the least advanced of the requirements below it,
/// for its page as for its document. What waits counts as the stage that it left.
@ApplicationScoped
public class SectionStages {

  private final CatalogueSchema schema;
  private final DraftSnapshot draft;
  private final History history;

  SectionStages(CatalogueSchema schema, DraftSnapshot draft, History history) {
    this.schema = schema;
    this.draft = draft;
    this.history = history;
  }

  /// The stage in words; nothing where no requirement is under way.
  public Optional<String> of(RecordHead section) {
    Workflow workflow = schema.workflow();
    Set<String> reached = new HashSet<>(draft.stages(section));
    if (reached.stream().anyMatch(workflow::isSide)) {
      reached.addAll(history.stagesLeft(draft.waiting(section)).values());
    }
    return workflow.stages().stream()
        .filter(stage -> reached.contains(stage.code()))
        .filter(stage -> !workflow.isSide(stage.code()) && !workflow.isEnd(stage.code()))
        .map(Workflow.Stage::label)
        .findFirst();
  }
}
