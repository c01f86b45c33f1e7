package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seccatalogue.document.draft.DraftBoxes;
import org.seccatalogue.document.draft.SectionStages;
import org.seccatalogue.page.shown.LinkLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.OptionRow;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;

/// Gathers what the page of a section shows.
@ApplicationScoped
class SectionViews {

  private static final int MOST_DERIVED = 200;

  private final CatalogueSchema schema;
  private final DraftBoxes boxes;
  private final SectionStages stages;
  private final Outline outline;
  private final SectionContents contents;
  private final Traces traces;
  private final RecordLines lines;

  SectionViews(
      CatalogueSchema schema,
      DraftBoxes boxes,
      SectionStages stages,
      Outline outline,
      SectionContents contents,
      Traces traces,
      RecordLines lines) {
    this.schema = schema;
    this.boxes = boxes;
    this.stages = stages;
    this.outline = outline;
    this.contents = contents;
    this.traces = traces;
    this.lines = lines;
  }

  SectionView of(StoredRecord section) {
    RecordKey key = section.key();
    return new SectionView(
        lines.of(section.head()),
        section.type().kind() == TypeKind.CLAUSE,
        lines.of(outline.above(key)),
        stages.of(section.head()).orElse(null),
        text(section, AttributeRole.SUMMARY).orElse(null),
        text(section, AttributeRole.STATEMENT).orElse(null),
        directly(key, TypeKind.OPTIONS).stream().map(this::optionSet).toList(),
        directly(key, TypeKind.NOTE).stream().map(this::note).toList(),
        boxes.html(section, RecordLines::named).orElse(null),
        lines.of(outline.headingsBelow(key)),
        derived(section));
  }

  private List<StoredRecord> directly(RecordKey key, TypeKind kind) {
    return contents.directly(key, List.of(kind)).stream()
        .filter(record -> !schema.workflow().isEnd(record.stage()))
        .toList();
  }

  /// For a clause, the records that derive from it.
  private List<LinkLine> derived(StoredRecord section) {
    if (section.type().kind() != TypeKind.CLAUSE) {
      return List.of();
    }
    return traces.to(section.key(), MOST_DERIVED).stream()
        .filter(link -> schema.derivations().contains(link.type()))
        .map(link -> LinkLine.incoming(link, schema, lines))
        .toList();
  }

  private SectionView.OptionSet optionSet(StoredRecord record) {
    return new SectionView.OptionSet(
        lines.of(record.head()),
        OptionRow.of(record.type(), record.attributes()).stream()
            .map(SectionViews::option)
            .toList());
  }

  private static SectionView.Option option(OptionRow row) {
    String state =
        Stream.concat(Stream.of(row.state()).filter(s -> !s.isEmpty()), row.rest().stream())
            .collect(Collectors.joining(", "));
    return new SectionView.Option(row.letter(), row.words(), state);
  }

  private SectionView.Note note(StoredRecord record) {
    return new SectionView.Note(
        lines.of(record.head()),
        text(record, AttributeRole.NOTE).orElse(record.head().title()),
        text(record, AttributeRole.CONCERNS).orElse(null));
  }

  private static Optional<String> text(StoredRecord record, AttributeRole role) {
    return record.attributes().text(record.type(), role);
  }
}
