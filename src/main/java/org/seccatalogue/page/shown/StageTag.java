package org.seccatalogue.page.shown;

import java.util.List;
import org.seccatalogue.schema.Workflow;

/// The stage of a record as a coloured tag; the words alone say it too.
public record StageTag(String code, String label, String look) {

  public static StageTag of(String code, Workflow workflow) {
    String look =
        workflow
            .stage(code)
            .map(
                stage ->
                    switch (stage.kind()) {
                      case MAIN -> main(code, workflow);
                      case SIDE -> "yellow";
                      case END -> "red";
                    })
            .orElse("grey");
    return new StageTag(code, workflow.labelOf(code), look);
  }

  /// Grey where the way begins, green where it ends.
  private static String main(String code, Workflow workflow) {
    List<String> way =
        workflow.stages().stream()
            .filter(stage -> stage.kind() == Workflow.StageKind.MAIN)
            .map(Workflow.Stage::code)
            .toList();
    if (code.equals(way.getFirst())) {
      return "grey";
    }
    return code.equals(way.getLast()) ? "green" : "blue";
  }
}
