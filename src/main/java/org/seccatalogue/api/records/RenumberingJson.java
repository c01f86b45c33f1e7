package org.seccatalogue.api.records;

import java.util.List;
import java.util.Objects;
import org.seccatalogue.api.Moments;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.CalledRecord;
import org.seccatalogue.api.contract.CitingRecord;
import org.seccatalogue.api.contract.RenumberedRecord;
import org.seccatalogue.api.contract.Renumbering;
import org.seccatalogue.api.contract.RenumberingPage;
import org.seccatalogue.api.contract.RenumberingPlan;
import org.seccatalogue.revision.numbering.RenumberingAct;

/// Renumberings of branches, as the contract describes them.
final class RenumberingJson {

  private RenumberingJson() {}

  static RenumberingPlan of(org.seccatalogue.revision.numbering.RenumberingPlan plan) {
    return new RenumberingPlan()
        .head(called(plan.head()))
        .other(plan.other() == null ? null : called(plan.other()))
        .applicable(plan.isSound())
        .state(plan.state())
        .changes(plan.lines().stream().map(RenumberingJson::line).toList())
        .citing(
            plan.citing().stream()
                .map(
                    one ->
                        new CitingRecord().record(called(one.record())).references(one.numbers()))
                .toList())
        .allCited(plan.allCited())
        .findings(plan.findings().stream().map(PlainJson::finding).toList());
  }

  private static CalledRecord called(
      org.seccatalogue.revision.numbering.RenumberingPlan.Called record) {
    return new CalledRecord()
        .key(record.key().toString())
        .name(record.name())
        .title(record.title());
  }

  private static RenumberedRecord line(
      org.seccatalogue.revision.numbering.RenumberingPlan.Line line) {
    return new RenumberedRecord()
        .key(line.key().toString())
        .title(line.title())
        .from(line.from())
        .to(line.to())
        .wanted(line.wanted())
        .links(line.cites().links())
        .texts(line.cites().texts());
  }

  static Renumbering of(RenumberingAct act) {
    return new Renumbering()
        .id(act.id())
        .head(act.head().toString())
        .other(act.other() == null ? null : act.other().toString())
        .from(act.from())
        .to(act.to())
        .at(Moments.of(act.by().at()))
        .by(act.by().author())
        .note(Objects.toString(act.by().note().reason(), ""))
        .undoes(act.undoes())
        .undone(act.undone())
        .changes(null);
  }

  static Renumbering of(RenumberingAct act, List<RenumberingAct.Line> lines) {
    return of(act).changes(lines.stream().map(RenumberingJson::done).toList());
  }

  private static RenumberedRecord done(RenumberingAct.Line line) {
    return new RenumberedRecord()
        .key(line.key().toString())
        .title(line.title())
        .from(line.from())
        .to(line.to())
        .wanted(line.wanted());
  }

  static RenumberingPage page(List<RenumberingAct> found, int most) {
    return new RenumberingPage()
        .items(found.stream().map(RenumberingJson::of).toList())
        .next(found.size() == most ? found.getLast().id() : null);
  }
}
