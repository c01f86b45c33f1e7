package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.CatalogueAddress;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedOutline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.standing.Appearance;
import org.seccatalogue.baseline.standing.RecordStanding;
import org.seccatalogue.baseline.standing.Step;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;

/// Gathers what the page of a published record shows.
@ApplicationScoped
class PublishedRecordViews {

  private static final int MOST_INCOMING = 200;

  private final Published published;
  private final PublishedRecords records;
  private final PublishedOutline outline;
  private final StandingViews standings;
  private final CatalogueAddress own;

  PublishedRecordViews(
      Published published,
      PublishedRecords records,
      PublishedOutline outline,
      StandingViews standings,
      CatalogueAddress own) {
    this.published = published;
    this.records = records;
    this.outline = outline;
    this.standings = standings;
    this.own = own;
  }

  PublishedRecordView of(Baseline baseline, PublishedRecord record, RecordStanding standing) {
    CatalogueSchema schema = published.schema(baseline);
    RecordLines lines = new RecordLines(schema, PageFrames.at(baseline), baseline.dated());
    return new PublishedRecordView(
        lines.of(record.head()),
        AttributeGroup.titleOfPage(record.head().title()),
        lines.of(records.above(baseline, record.head())),
        record.attributes().text(record.type(), AttributeRole.STATEMENT).orElse(null),
        record.type().playing(AttributeRole.STATEMENT).map(Attribute::label).orElse(""),
        AttributeGroup.below(
            record.type(), record.attributes(), baseline.dated(), names(baseline, record)),
        records.from(baseline, List.of(record.key().toString())).stream()
            .map(link -> LinkLine.outgoing(link, schema, lines))
            .toList(),
        records.to(baseline, record.key(), MOST_INCOMING).stream()
            .map(link -> LinkLine.incoming(link, schema, lines))
            .toList(),
        citation(baseline, record),
        own.of("/id/" + record.key() + "@" + baseline.id()),
        standings.of(standing),
        StandingViews.past(standing),
        outline.before(baseline, record.head()).map(lines::of).orElse(null),
        outline.after(baseline, record.head()).map(lines::of).orElse(null));
  }

  /// What people call the records that attributes refer to; of what the baseline does not have, the
  /// key.
  private UnaryOperator<String> names(Baseline baseline, PublishedRecord record) {
    Map<String, RecordHead> heads =
        records.heads(baseline, record.attributes().named(record.type()));
    return key -> RecordHead.shown(key, heads.get(key));
  }

  PublishedRecordPages.Absent absent(RecordStanding standing) {
    Step last = standing.last();
    Appearance held = Objects.requireNonNull(last.held());
    return new PublishedRecordPages.Absent(
        standing.key().toString(),
        published.schema(last.baseline()).typeOf(held.type()).label(),
        held.title(),
        standings.of(standing),
        StandingViews.past(standing));
  }

  private static String citation(Baseline baseline, PublishedRecord record) {
    return "%s, “%s”, %s (%s), revision %d, SHA-256 %s"
        .formatted(
            record.key(),
            record.head().title(),
            baseline.name(),
            Dates.day(baseline.dated().toString()),
            record.head().revision(),
            record.digest());
  }
}
