package org.seccatalogue.proposal;

import java.util.Optional;
import org.seccatalogue.schema.Workflow;

/// A stage as people write it.
public final class StageName {

  private StageName() {}

  /// The code of the stage with this code or label.
  public static Optional<String> code(Workflow workflow, String text) {
    return workflow.stages().stream()
        .filter(s -> s.code().equalsIgnoreCase(text) || s.label().equalsIgnoreCase(text))
        .map(Workflow.Stage::code)
        .findFirst();
  }
}
