package org.seccatalogue.baseline.standing;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.comparison.Move;
import org.seccatalogue.record.RecordHead;

/// What became of a record, as one baseline has it, by the newest baseline that counts and says
/// anything of it. Where it is not as it was, `in` is the baseline from which on it was so
/// without a break.
public sealed interface Standing {

  /// The newest baseline has it as it is here.
  record Current() implements Standing {}

  /// The newest baseline says something else, or has it at another stage.
  ///
  /// @param reworded whether it says something else
  record Changed(Baseline in, boolean reworded) implements Standing {}

  /// It says the same below another record.
  record Moved(Baseline in, Move move) implements Standing {}

  /// The newest baseline does not have it.
  ///
  /// @param reason why it was withdrawn, where that was published
  /// @param replacement the record that takes its place
  record Removed(Baseline in, @Nullable String reason, @Nullable RecordHead replacement)
      implements Standing {}

  /// The newest baseline has it, and this one does not.
  record Added(Baseline in) implements Standing {}

  /// This baseline was made of less than the whole catalogue, without the record, and says nothing
  /// of it.
  record Outside() implements Standing {}

  /// No baseline counts at present.
  record Unsettled() implements Standing {}

  /// The one word for it.
  default String word() {
    return switch (this) {
      case Current _ -> "CURRENT";
      case Changed _ -> "CHANGED";
      case Moved _ -> "MOVED";
      case Removed _ -> "REMOVED";
      case Added _ -> "ADDED";
      case Outside _ -> "OUTSIDE";
      case Unsettled _ -> "UNSETTLED";
    };
  }
}
