package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.CatalogueAddress;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedOutline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.AttributeGroup;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLines;
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
  private final CatalogueAddress own;

  PublishedRecordViews(
      Published published,
      PublishedRecords records,
      PublishedOutline outline,
      CatalogueAddress own) {
    this.published = published;
    this.records = records;
    this.outline = outline;
    this.own = own;
  }

  PublishedRecordView of(
      Baseline baseline, PublishedRecord record, List<PublishedOutline.Held> held) {
    CatalogueSchema schema = published.schema(baseline);
    RecordLines lines = new RecordLines(schema, PageFrames.at(baseline));
    return new PublishedRecordView(
        lines.of(record.head()),
        AttributeGroup.titleOfPage(record.head().title()),
        lines.of(records.above(baseline, record.head())),
        record.attributes().text(record.type(), AttributeRole.STATEMENT).orElse(null),
        record.type().playing(AttributeRole.STATEMENT).map(Attribute::label).orElse(""),
        AttributeGroup.below(record.type(), record.attributes()),
        records.from(baseline, List.of(record.key().toString())).stream()
            .map(link -> LinkLine.outgoing(link, schema, lines))
            .toList(),
        records.to(baseline, record.key(), MOST_INCOMING).stream()
            .map(link -> LinkLine.incoming(link, schema, lines))
            .toList(),
        citation(baseline, record),
        own.of("/id/" + record.key() + "@" + baseline.id()),
        record.digest(),
        since(baseline, record, held),
        held(baseline, record, held),
        outline.before(baseline, record.head()).map(lines::of).orElse(null),
        outline.after(baseline, record.head()).map(lines::of).orElse(null));
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

  /// The oldest of the baselines, back from this one, in which the record says the same.
  private static String since(
      Baseline baseline, PublishedRecord record, List<PublishedOutline.Held> held) {
    return held.stream()
        .dropWhile(one -> !one.baseline().equals(baseline.id()))
        .takeWhile(one -> one.digest().equals(record.digest()))
        .reduce((_, older) -> older)
        .map(PublishedOutline.Held::name)
        .orElse(baseline.name());
  }

  private static List<PublishedRecordView.Held> held(
      Baseline shown, PublishedRecord record, List<PublishedOutline.Held> held) {
    List<PublishedRecordView.Held> lines = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      PublishedOutline.Held one = held.get(i);
      lines.add(
          new PublishedRecordView.Held(
              one.name(),
              Dates.day(one.dated().toString()),
              "/baselines/" + one.baseline() + "/records/" + record.key(),
              one.revision(),
              change(one, i + 1 < held.size() ? held.get(i + 1) : null),
              one.baseline().equals(shown.id())));
    }
    return lines;
  }

  private static String change(PublishedOutline.Held one, PublishedOutline.@Nullable Held before) {
    if (before == null) {
      return "First published";
    }
    return one.digest().equals(before.digest()) ? "Unchanged" : "Content changed";
  }
}
