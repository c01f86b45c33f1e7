package org.seccatalogue.api.published;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.ChangePlace;
import org.seccatalogue.api.contract.RecordStanding;
import org.seccatalogue.api.contract.StandingStep;
import org.seccatalogue.baseline.standing.Appearance;
import org.seccatalogue.baseline.standing.Standing;
import org.seccatalogue.baseline.standing.Step;
import org.seccatalogue.record.RecordHead;

/// What became of records, as the contract describes it.
final class StandingJson {

  private StandingJson() {}

  static RecordStanding of(org.seccatalogue.baseline.standing.RecordStanding standing) {
    RecordStanding body =
        new RecordStanding()
            .key(standing.key().toString())
            .baseline(standing.asked().id())
            .state(RecordStanding.StateEnum.valueOf(standing.standing().word()))
            .words(standing.allWords())
            .newest(standing.newest() == null ? null : standing.newest().id())
            .last(standing.last().baseline().id())
            .history(standing.steps().stream().map(StandingJson::step).toList());
    return switch (standing.standing()) {
      case Standing.Current _, Standing.Outside _, Standing.Unsettled _ -> body;
      case Standing.Changed(var in, var reworded) -> body.since(in.id()).reworded(reworded);
      case Standing.Moved(var in, var move) ->
          body.since(in.id()).from(place(move.from())).to(place(move.to()));
      case Standing.Removed(var in, var reason, var by) ->
          body.since(in.id()).reason(reason).replacedBy(place(by));
      case Standing.Added(var in) -> body.since(in.id());
    };
  }

  private static @Nullable ChangePlace place(@Nullable RecordHead head) {
    return head == null
        ? null
        : new ChangePlace()
            .key(head.key().toString())
            .title(head.title())
            .reference(head.reference());
  }

  private static StandingStep step(Step step) {
    StandingStep body =
        new StandingStep()
            .baseline(step.baseline().id())
            .change(StandingStep.ChangeEnum.valueOf(step.change().name()));
    Appearance held = step.held();
    return held == null
        ? body
        : body.revision(held.revision()).stage(held.stage()).digest(held.digest());
  }
}
