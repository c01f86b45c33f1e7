package org.seccatalogue.api.records;

import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.Trace;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TraceReport;

/// The trace and its links, as the contract describes them.
final class TraceJson {

  private TraceJson() {}

  static Trace of(TraceReport report, CatalogueSchema schema) {
    return new Trace()
        .clauses(report.clauses())
        .uncoveredCount(report.uncoveredCount())
        .uncovered(report.uncovered().stream().map(PlainJson::head).toList())
        .requirements(report.requirements())
        .orphanCount(report.orphanCount())
        .orphans(report.orphans().stream().map(PlainJson::head).toList())
        .links(report.links())
        .suspectCount(report.suspectCount())
        .suspects(
            report.suspects().stream().map(link -> PlainJson.outgoing(link, schema)).toList());
  }
}
