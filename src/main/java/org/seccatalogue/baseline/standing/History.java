package org.seccatalogue.baseline.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;

/// A record through all baselines. Those that were withdrawn are no step from one to the next.
///
/// @param baselines all, oldest first
/// @param held the record as baselines hold it, by their numbers
record History(List<Baseline> baselines, Map<Integer, Appearance> held) {

  History {
    baselines = List.copyOf(baselines);
    held = Map.copyOf(held);
  }

  /// The newest baseline that counts.
  Optional<Baseline> newest() {
    return baselines.reversed().stream()
        .filter(baseline -> baseline.state() == PublicationAction.PUBLISHED)
        .findFirst();
  }

  @Nullable Appearance in(Baseline baseline) {
    return held.get(baseline.number());
  }

  /// The first baseline after another from which on, up to the newest, the record is as told;
  /// the newest where none is after it.
  Baseline since(Baseline asked, Baseline newest, Predicate<@Nullable Appearance> told) {
    return baselines.reversed().stream()
        .filter(one -> one.number() > asked.number() && one.number() <= newest.number())
        .filter(one -> one.state() != PublicationAction.WITHDRAWN)
        .takeWhile(one -> told.test(in(one)))
        .reduce((_, older) -> older)
        .orElse(newest);
  }

  /// The baseline after which the record is missing: that one, if it holds it, else the last one
  /// that does.
  Baseline lastBeforeGone(Baseline asked) {
    return in(asked) != null
        ? asked
        : baselines.reversed().stream().filter(one -> in(one) != null).findFirst().orElse(asked);
  }

  /// Newest first.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Appearance before = null;
    for (Baseline baseline : baselines) {
      Appearance now = in(baseline);
      boolean counted = baseline.state() != PublicationAction.WITHDRAWN;
      if (now != null) {
        steps.add(Step.holding(baseline, before, now));
      } else if (before != null && counted) {
        steps.add(new Step(baseline, Step.Change.REMOVED, null));
      }
      before = counted ? now : before;
    }
    return steps.reversed();
  }
}
