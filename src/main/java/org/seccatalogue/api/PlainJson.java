package org.seccatalogue.api;

import org.seccatalogue.api.contract.Finding;
import org.seccatalogue.api.contract.Head;
import org.seccatalogue.api.contract.Link;
import org.seccatalogue.api.contract.TracedLink;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;
import org.seccatalogue.trace.Soundness;

/// What the draft and baselines show alike, as the contract describes it. Knows nothing of the
/// draft. Absent values are left out.
public final class PlainJson {

  private PlainJson() {}

  public static Head head(RecordHead head) {
    return new Head()
        .key(head.key().toString())
        .type(head.type())
        .title(head.title())
        .reference(head.reference())
        .stage(head.stage())
        .revision(head.revision())
        .provisional(head.provisional());
  }

  public static Link link(org.seccatalogue.record.Link link) {
    return new Link()
        .type(link.type())
        .target(link.target().toString())
        .targetRevision(link.targetRevision())
        .note(link.note());
  }

  /// A link under the label that it has where it begins.
  public static TracedLink outgoing(
      org.seccatalogue.trace.TracedLink link, CatalogueSchema schema) {
    return traced(link).label(schema.link(link.type()).map(LinkRule::label).orElse(""));
  }

  /// A link under the label that it has where it ends.
  public static TracedLink incoming(
      org.seccatalogue.trace.TracedLink link, CatalogueSchema schema) {
    return traced(link).label(schema.link(link.type()).map(LinkRule::inverse).orElse(""));
  }

  private static TracedLink traced(org.seccatalogue.trace.TracedLink link) {
    return new TracedLink()
        .type(link.type())
        .source(head(link.source()))
        .target(head(link.target()))
        .targetRevision(link.targetRevision())
        .note(link.note())
        .soundness(TracedLink.SoundnessEnum.valueOf(link.soundness().name()))
        .suspect(link.soundness() != Soundness.SOUND);
  }

  public static Finding finding(org.seccatalogue.finding.Finding finding) {
    Finding body =
        new Finding()
            .severity(Finding.SeverityEnum.valueOf(finding.severity().name()))
            .code(finding.code().name())
            .place(finding.place().text())
            .found(finding.found())
            .expected(finding.expected())
            .message(finding.message());
    return switch (finding.place()) {
      case Place.Pointer(String pointer) -> body.pointer(pointer);
      case Place.Parameter(String name) -> body.parameter(name);
      case Place.Sheet(String sheet) -> body.sheet(sheet);
      case Place.Cell cell -> body.sheet(cell.sheet()).cell(cell.address());
      case Place.OfRecord record -> body.key(record.key()).pointer(record.pointer());
      case Place.InFile _ -> body;
    };
  }
}
