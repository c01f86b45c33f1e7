package org.seccatalogue.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages that a revision passes, and the side states it may be in.
public record Workflow(String initial, String withdrawn, List<Stage> stages) {

  /// Whether a stage is on the way to approval, beside it, or an end.
  public enum StageKind {
    MAIN,
    SIDE,
    END
  }

  /// One stage.
  ///
  /// @param mover who moves a revision on
  /// @param gate what must hold before it moves on
  public record Stage(
      String code,
      String label,
      StageKind kind,
      String description,
      @Nullable String mover,
      List<String> gate,
      List<String> next,
      @Nullable String back) {}

  public Optional<Stage> stage(String code) {
    return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
  }

  /// The label of a stage; the code itself when there is no such stage.
  public String labelOf(String code) {
    return stage(code).map(Stage::label).orElse(code);
  }

  /// Whether `stage` is on the way to approval and not before `threshold`.
  public boolean hasReached(String stage, String threshold) {
    List<String> way =
        stages.stream().filter(s -> s.kind() == StageKind.MAIN).map(Stage::code).toList();
    int position = way.indexOf(stage);
    return position >= 0 && position >= way.indexOf(threshold);
  }
}
