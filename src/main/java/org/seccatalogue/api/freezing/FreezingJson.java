package org.seccatalogue.api.freezing;

import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.FrozenBaseline;
import org.seccatalogue.api.contract.GateLine;
import org.seccatalogue.api.contract.GateReport;
import org.seccatalogue.baseline.Baseline;

/// What stands in the way of a baseline, and what was frozen, as the contract describes it.
final class FreezingJson {

  private FreezingJson() {}

  static GateReport of(org.seccatalogue.baseline.freezing.GateReport report) {
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
