package org.seccatalogue.revision.history;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.WrittenBy;
import org.seccatalogue.rules.StageCourse;

/// One thing that happened to a record.
public sealed interface HistoryEvent {

  /// Who did it, why and when.
  WrittenBy by();

  /// It got new words, or other links.
  ///
  /// @param stage the stage in which that revision was made
  record Revised(WrittenBy by, int number, String stage, StageCourse.Making making)
      implements HistoryEvent {}

  /// It came to another stage.
  ///
  /// @param revision the revision that came there
  /// @param replacement the record that takes its place, of a withdrawal
  /// @param source what the stage was taken over from
  record StageChanged(
      WrittenBy by,
      StageCourse.Kind kind,
      int revision,
      String from,
      String to,
      @Nullable RecordKey replacement,
      @Nullable String source)
      implements HistoryEvent {

    /// Whether the record was withdrawn by it.
    public boolean isWithdrawal() {
      return kind == StageCourse.Kind.WITHDRAWAL;
    }

    /// The same with another record in its place.
    public StageChanged replacedBy(@Nullable RecordKey other) {
      return new StageChanged(by, kind, revision, from, to, other, source);
    }
  }

  /// It was moved in the outline.
  ///
  /// @param undone whether an undo put it back
  record Moved(WrittenBy by, Spot from, Spot to, boolean undone) implements HistoryEvent {

    /// Whether it stayed in its section.
    public boolean isReordering() {
      return java.util.Objects.equals(from.section(), to.section());
    }
  }

  /// It got another reference; its words are as they were.
  ///
  /// @param from empty where it had none
  /// @param to empty where it has none any more
  record Renumbered(WrittenBy by, String from, String to) implements HistoryEvent {}

  /// A place as people called it then.
  ///
  /// @param section the reference, or key, of the record above it; absent: the root
  /// @param after the same of the one before it, told of a move within a section; absent: it was
  ///     the first
  record Spot(@Nullable String section, @Nullable String after) {}
}
