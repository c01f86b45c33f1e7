package org.seccatalogue.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Gathers what the page of a record shows.
@ApplicationScoped
class RecordViews {

  private static final int MOST_INCOMING = 200;
  private static final int REVISIONS = 10;

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final Outline outline;
  private final Traces traces;
  private final RecordLines lines;

  RecordViews(
      CatalogueSchema schema,
      Revisions revisions,
      Outline outline,
      Traces traces,
      RecordLines lines) {
    this.schema = schema;
    this.revisions = revisions;
    this.outline = outline;
    this.traces = traces;
    this.lines = lines;
  }

  RecordView of(StoredRecord record, @Nullable Integer before) {
    Optional<Attribute> statement = record.type().playing(AttributeRole.STATEMENT);
    List<Revision> history =
        revisions.history(record.key(), before == null ? Integer.MAX_VALUE : before, REVISIONS);
    return new RecordView(
        lines.of(record.head()),
        AttributeGroup.titleOfPage(record.head().title()),
        record.version().toString(),
        record.stage().equals(schema.workflow().withdrawn()),
        lines.of(outline.above(record.key())),
        record.attributes().text(record.type(), AttributeRole.STATEMENT).orElse(null),
        statement.map(Attribute::label).orElse(null),
        AttributeGroup.below(record.type(), record.attributes()),
        traces.from(record.key()).stream()
            .map(link -> LinkLine.outgoing(link, schema, lines))
            .toList(),
        traces.to(record.key(), MOST_INCOMING).stream()
            .map(link -> LinkLine.incoming(link, schema, lines))
            .toList(),
        history.stream().map(this::line).toList(),
        history.isEmpty() || history.getLast().number() == 1
            ? null
            : (Integer) history.getLast().number());
  }

  RecordView.RevisionLine line(Revision revision) {
    return new RecordView.RevisionLine(
        revision.number(),
        Dates.time(revision.madeAt()),
        revision.madeBy(),
        revision.note(),
        StageTag.of(revision.stage(), schema.workflow()));
  }
}
