package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.page.shown.StageTag;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.Revision;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.revision.history.HistoryPage;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.Workflow;

/// Gathers what the page of a record shows.
@ApplicationScoped
class RecordViews {

  private static final int MOST_INCOMING = 200;
  private static final int EVENTS = 10;

  private final CatalogueSchema schema;
  private final History history;
  private final Outline outline;
  private final Traces traces;
  private final RecordNames names;
  private final RecordLines lines;
  private final Clock clock;

  RecordViews(
      CatalogueSchema schema,
      History history,
      Outline outline,
      Traces traces,
      RecordNames names,
      RecordLines lines,
      Clock clock) {
    this.clock = clock;
    this.names = names;
    this.schema = schema;
    this.history = history;
    this.outline = outline;
    this.traces = traces;
    this.lines = lines;
  }

  RecordView of(StoredRecord record, @Nullable String before) {
    Optional<Attribute> statement = record.type().playing(AttributeRole.STATEMENT);
    HistoryPage past = history.of(record.key(), before, EVENTS);
    return new RecordView(
        lines.of(record.head()),
        AttributeGroup.titleOfPage(record.head().title()),
        record.version().toString(),
        new RecordView.Standing(
            isAtEnd(record),
            record.stage().equals(schema.workflow().withdrawn()),
            schema.workflow().labelOf(record.stage()).toLowerCase(Locale.UK),
            withdrawal(record),
            back(record),
            reached(record)),
        lines.of(outline.above(record.key())),
        record.attributes().text(record.type(), AttributeRole.STATEMENT).orElse(null),
        statement.map(Attribute::label).orElse(null),
        AttributeGroup.below(
            record.type(),
            record.attributes(),
            LocalDate.now(clock),
            names.shown(record.attributes().named(record.type()))),
        traces.from(record.key()).stream()
            .map(link -> LinkLine.outgoing(link, schema, lines))
            .toList(),
        traces.to(record.key(), MOST_INCOMING).stream()
            .map(link -> LinkLine.incoming(link, schema, lines))
            .toList(),
        past.events().stream().map(this::line).toList(),
        past.next());
  }

  private @Nullable StageTag reached(StoredRecord record) {
    String stage = history.stagesReached(List.of(record.key())).get(record.key());
    return stage == null ? null : StageTag.of(stage, schema.workflow());
  }

  private boolean isAtEnd(StoredRecord record) {
    return schema.workflow().isEnd(record.stage());
  }

  private @Nullable String back(StoredRecord record) {
    return history.stagesAfter(record).stream()
        .filter(stage -> isAtEnd(record) && !schema.workflow().isEnd(stage.code()))
        .map(Workflow.Stage::code)
        .findFirst()
        .orElse(null);
  }

  private @Nullable HistoryLine withdrawal(StoredRecord record) {
    if (!isAtEnd(record)) {
      return null;
    }
    HistoryEvent event = history.withdrawals(List.of(record.key())).get(record.key());
    return event == null ? null : line(event);
  }

  private HistoryLine line(HistoryEvent event) {
    return HistoryLine.of(event, schema.workflow(), names::of);
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
