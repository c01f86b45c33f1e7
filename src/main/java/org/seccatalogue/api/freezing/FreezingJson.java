package org.seccatalogue.api.freezing;

import java.util.List;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.ChosenPart;
import org.seccatalogue.api.contract.FrozenBaseline;
import org.seccatalogue.api.contract.GateLine;
import org.seccatalogue.api.contract.GateReport;
import org.seccatalogue.api.contract.InternalPart;
import org.seccatalogue.api.contract.NotesOfLinks;
import org.seccatalogue.api.contract.PublishedPart;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.freezing.GoingOut;
import org.seccatalogue.baseline.freezing.Outgoing;
import org.seccatalogue.schema.InternalAttribute;

/// What stands in the way of a baseline, and what was frozen, as the contract describes it.
final class FreezingJson {

  private FreezingJson() {}

  static GateReport of(
      org.seccatalogue.baseline.freezing.GateReport report,
      List<GoingOut> goingOut,
      boolean linkNotes) {
    Outgoing outgoing = report.outgoing();
    return of(report)
        .types(goingOut.stream().map(o -> of(o, outgoing.of(o.type().name()))).toList())
        .ofEachRecord(Outgoing.OF_EACH)
        .linkNotes(new NotesOfLinks().links(outgoing.linkNotes()).goOut(linkNotes))
        .withdrawals(outgoing.reasons())
        .shown(outgoing.digest());
  }

  private static PublishedPart of(GoingOut one, Outgoing.OfType counted) {
    return new PublishedPart()
        .type(one.type().name())
        .label(one.type().plural())
        .records(counted.records())
        .goesOut(one.out())
        .chosen(one.chosen().stream().map(c -> chosen(c, counted.with(c.code()))).toList())
        .staysInside(one.inside().stream().map(FreezingJson::of).toList());
  }

  private static ChosenPart chosen(InternalAttribute one, int records) {
    return new ChosenPart().code(one.code()).label(one.label()).records(records);
  }

  private static InternalPart of(InternalAttribute one) {
    return new InternalPart().code(one.code()).label(one.label());
  }

  private static GateReport of(org.seccatalogue.baseline.freezing.GateReport report) {
    return new GateReport()
        .passed(report.passed())
        .records(report.records())
        .requirements(report.requirements())
        .marked(report.marked())
        .lines(report.lines().stream().map(FreezingJson::of).toList())
        .findings(report.findings().stream().map(PlainJson::finding).toList());
  }

  private static GateLine of(org.seccatalogue.baseline.freezing.GateReport.Line line) {
    return new GateLine()
        .code(line.code().name())
        .stops(line.stops())
        .open(line.open())
        .waived(line.waived());
  }

  static FrozenBaseline of(Baseline baseline) {
    return new FrozenBaseline()
        .id(baseline.id())
        .name(baseline.name())
        .digest(baseline.digest())
        .records(baseline.records())
        .links(baseline.links());
  }
}
