package org.seccatalogue.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;

/// What a draft does to words and stage, in this order: first its words, then each step.
///
/// @param words absent when the words stay as they are, and no revision is made
public record StageCourse(@Nullable Words words, List<Step> steps) {

  public StageCourse {
    steps = List.copyOf(steps);
  }

  /// New words.
  ///
  /// @param stage code of the stage in which the revision is made
  public record Words(String stage, Making making) {}

  /// How a revision came to be.
  public enum Making {
    EDIT,
    /// The words were changed and mean the same, says who changed them.
    EDITORIAL,
    /// The words are the same; links were confirmed against newer revisions of their targets.
    CONFIRM,
    /// Words that were there before came back.
    UNDO,
    TAKE_OVER
  }

  /// A single recorded change of stage.
  ///
  /// @param replacement the record that takes the place of a withdrawn one
  /// @param source what the stage was taken over from
  public record Step(
      Kind kind,
      String from,
      String to,
      @Nullable RecordKey replacement,
      @Nullable String source) {}

  /// Why a stage changed.
  public enum Kind {
    /// Somebody moved the record along the workflow.
    MOVE,
    /// Its words changed.
    FALL,
    WITHDRAWAL,
    TAKE_OVER,
    UNDO
  }

  /// Nothing happens.
  public static final StageCourse STAYS = new StageCourse(null, List.of());

  public boolean makesRevision() {
    return words != null;
  }

  /// The stage at its end.
  ///
  /// @param now the stage before it
  public String end(String now) {
    if (!steps.isEmpty()) {
      return steps.getLast().to();
    }
    return words == null ? now : words.stage();
  }

  static Step step(Kind kind, String from, String to) {
    return new Step(kind, from, to, null, null);
  }
}
