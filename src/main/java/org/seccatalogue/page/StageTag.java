package org.seccatalogue.page;

import org.seccatalogue.schema.Workflow;

/// The stage of a record as a coloured tag; the words alone say it too.
record StageTag(String code, String label, String look) {

  static StageTag of(String code, Workflow workflow) {
    String look =
        workflow
            .stage(code)
            .map(
                stage ->
                    switch (stage.kind()) {
                      case MAIN -> code.equals(workflow.initial()) ? "grey" : "blue";
                      case SIDE -> "yellow";
                      case END -> "red";
                    })
            .orElse("grey");
    return new StageTag(code, workflow.labelOf(code), look);
  }
}
