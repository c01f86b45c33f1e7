package org.seccatalogue.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages that a record passes, the side states it may be in, and what becomes of its stage
/// when its words change.
public record Workflow(String initial, String withdrawn, List<Stage> stages) {

  /// Whether a stage is on the way to approval, beside it, or an end.
  public enum StageKind {
    MAIN,
    SIDE,
    END
  }

  /// One stage.
  ///
  /// @param mover who moves a record on
  /// @param gate what must hold before it moves on
  public record Stage(
      String code,
      String label,
      StageKind kind,
      String description,
      @Nullable String mover,
      List<String> gate,
      Ways ways,
      NewWords newWords) {}

  /// Where a record may go from a stage.
  ///
  /// @param next the stages to which it may be moved on
  /// @param back the stage to which it returns when it is rejected
  public record Ways(List<String> next, @Nullable String back) {
    boolean leadTo(String stage) {
      return next.contains(stage) || stage.equals(back);
    }
  }

  /// What becomes of the stage when the words of a record change there.
  ///
  /// @param stage code of the stage to which it falls back
  /// @param editorialKeeps whether a change that is editorial leaves the record at its stage
  public record NewWords(String stage, boolean editorialKeeps) {}

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

  /// Whether a record may go from one stage to another in one move.
  public boolean mayMove(String from, String to) {
    return stage(from).filter(stage -> stage.ways().leadTo(to)).isPresent();
  }

  /// The stages to which a record may go from another one, in their order.
  public List<Stage> after(String from) {
    return stages.stream().filter(stage -> mayMove(from, stage.code())).toList();
  }

  /// Where new words of a record at a stage fall. At a stage that the workflow does not know they
  /// begin anew.
  public String newWordsFallTo(String stage) {
    return stage(stage).map(s -> s.newWords().stage()).orElse(initial);
  }

  /// Whether an editorial change leaves a record at a stage there.
  public boolean editorialKeeps(String stage) {
    return stage(stage).map(s -> s.newWords().editorialKeeps()).orElse(false);
  }

  /// Whether a stage is an end: records there are not worked on until they are brought back.
  public boolean isEnd(String stage) {
    return stage(stage).filter(s -> s.kind() == StageKind.END).isPresent();
  }
}
