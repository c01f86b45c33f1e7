package org.seccatalogue.baseline.standing;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;

/// What a baseline did to a record, compared with the one before that was not withdrawn.
///
/// @param held the record as the baseline holds it; absent where it was removed
public record Step(Baseline baseline, Change change, @Nullable Appearance held) {

  /// What became of the record.
  public enum Change {
    ADDED,
    UNCHANGED,
    /// It says something else.
    CHANGED,
    /// It says the same at another stage.
    STAGED,
    /// It says the same below another record.
    MOVED,
    REMOVED
  }

  static Step holding(Baseline baseline, @Nullable Appearance before, Appearance now) {
    return new Step(baseline, change(before, now), now);
  }

  private static Change change(@Nullable Appearance before, Appearance now) {
    if (before == null) {
      return Change.ADDED;
    }
    if (!now.words().says(before.words())) {
      return Change.CHANGED;
    }
    if (!now.stage().equals(before.stage())) {
      return Change.STAGED;
    }
    return now.standsWith(before) ? Change.UNCHANGED : Change.MOVED;
  }
}
