package org.seccatalogue.revision.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.rules.StageCourse;

/// The changes of stage of one record that are in force: an undo takes back what was done before
/// it, and is no reason of its own.
final class InForce {

  private final Deque<HistoryEvent.StageChanged> changes = new ArrayDeque<>();

  /// @param all in the order in which they happened
  InForce(List<HistoryEvent.StageChanged> all) {
    all.forEach(this::add);
  }

  private void add(HistoryEvent.StageChanged change) {
    if (change.kind() != StageCourse.Kind.UNDO || !takeBack(change.to())) {
      changes.push(change);
    }
  }

  /// Takes back all since the record left a stage.
  private boolean takeBack(String stage) {
    if (changes.stream().noneMatch(change -> change.from().equals(stage))) {
      return false;
    }
    HistoryEvent.StageChanged last;
    do {
      last = changes.pop();
    } while (!last.from().equals(stage));
    return true;
  }

  /// The last of them that came to one of some stages.
  Optional<HistoryEvent.StageChanged> lastTo(List<String> stages) {
    return changes.stream().filter(change -> stages.contains(change.to())).findFirst();
  }
}
