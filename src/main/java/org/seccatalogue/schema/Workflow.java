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
  /// @param returns to which of the main stages in `next` a waiting record may go on
  public record Ways(List<String> next, @Nullable String back, Returns returns) {
    boolean leadTo(String stage) {
      return next.contains(stage) || stage.equals(back);
    }
  }

  /// To which main stages a record goes on from a side stage.
  public enum Returns {
    /// To the one that it left alone.
    LEFT,
    LEFT_OR_BEFORE,
    ANY
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
    List<String> way = codes(StageKind.MAIN);
    int position = way.indexOf(stage);
    return position >= 0 && position >= way.indexOf(threshold);
  }

  /// The codes of the stages of a kind, in their order.
  public List<String> codes(StageKind kind) {
    return stages.stream().filter(stage -> stage.kind() == kind).map(Stage::code).toList();
  }

  /// Whether records wait at a stage, beside the way to approval.
  public boolean isSide(String stage) {
    return codes(StageKind.SIDE).contains(stage);
  }

  /// Whether a record may go from one stage to another in one move.
  ///
  /// @param left the main stage that a waiting record left; the initial one if it left none
  public boolean mayMove(String from, String to, String left) {
    return stage(from)
        .filter(stage -> stage.ways().leadTo(to) && mayReturn(stage, to, left))
        .isPresent();
  }

  private boolean mayReturn(Stage from, String to, String left) {
    if (from.kind() != StageKind.SIDE || !codes(StageKind.MAIN).contains(to)) {
      return true;
    }
    return switch (from.ways().returns()) {
      case LEFT -> to.equals(left);
      case LEFT_OR_BEFORE -> hasReached(left, to);
      case ANY -> true;
    };
  }

  /// The stages to which a record may go from another one, in their order.
  ///
  /// @param left the main stage that a waiting record left; the initial one if it left none
  public List<Stage> after(String from, String left) {
    return stages.stream().filter(stage -> mayMove(from, stage.code(), left)).toList();
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

  /// The same, but for a record that waits, which must keep the stage that it left as well.
  ///
  /// @param left the main stage that a waiting record left; the initial one if it left none
  public boolean editorialKeeps(String stage, String left) {
    return editorialKeeps(stage) && (!isSide(stage) || editorialKeeps(left));
  }

  /// Whether a stage is an end: records there are not worked on until they are brought back.
  public boolean isEnd(String stage) {
    return stage(stage).filter(s -> s.kind() == StageKind.END).isPresent();
  }
}
