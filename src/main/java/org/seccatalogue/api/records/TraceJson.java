package org.seccatalogue.api.records;

import org.seccatalogue.api.contract.Head;
import org.seccatalogue.api.contract.Trace;
import org.seccatalogue.api.contract.TracedLink;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.Soundness;
import org.seccatalogue.trace.TraceReport;

/// The trace and its links, as the contract describes them.
final class TraceJson {

  private TraceJson() {}

  static Trace of(TraceReport report, CatalogueSchema schema) {
    return new Trace()
        .clauses(report.clauses())
        .uncoveredCount(report.uncoveredCount())
        .uncovered(report.uncovered().stream().map(TraceJson::head).toList())
        .requirements(report.requirements())
        .orphanCount(report.orphanCount())
        .orphans(report.orphans().stream().map(TraceJson::head).toList())
        .links(report.links())
        .suspectCount(report.suspectCount())
        .suspects(report.suspects().stream().map(link -> outgoing(link, schema)).toList());
  }

  static Head head(RecordHead head) {
    return new Head()
        .key(head.key().toString())
        .type(head.type())
        .title(head.title())
        .reference(head.reference())
        .stage(head.stage())
        .revision(head.revision())
        .provisional(head.provisional());
  }

  /// A link under the label that it has where it begins.
  private static TracedLink outgoing(
      org.seccatalogue.trace.TracedLink link, CatalogueSchema schema) {
    return new TracedLink()
        .type(link.type())
        .label(schema.link(link.type()).map(LinkRule::label).orElse(""))
        .source(head(link.source()))
        .target(head(link.target()))
        .targetRevision(link.targetRevision())
        .note(link.note())
        .soundness(TracedLink.SoundnessEnum.valueOf(link.soundness().name()))
        .suspect(link.soundness() != Soundness.SOUND);
  }
}
