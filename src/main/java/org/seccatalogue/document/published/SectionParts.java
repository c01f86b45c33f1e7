package org.seccatalogue.document.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.SectionBlocks;
import org.seccatalogue.document.SpecificationAssembler;
import org.seccatalogue.document.SpecificationForm;
import org.seccatalogue.document.SpecificationSource;
import org.seccatalogue.document.html.HtmlDocument;
import org.seccatalogue.document.html.RecordAddresses;
import org.seccatalogue.document.published.SectionPart.SubSection;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.TypeKind;

/// Sections of baselines cut to the size of pages, so that no page needs more memory than another:
/// a section that is too long keeps what stands directly in it, in parts, and names its
/// sub-sections.
@ApplicationScoped
public class SectionParts {

  /// The most records of a page, and the most headings, notes and the like with them.
  static final int MOST = 200;

  private final Published published;
  private final PublishedSections sections;
  private final PublishedRecords records;

  SectionParts(Published published, PublishedSections sections, PublishedRecords records) {
    this.published = published;
    this.sections = sections;
    this.records = records;
  }

  /// A part of a section, or all of it.
  ///
  /// @param section a heading or clause
  /// @param number counted from 1
  /// @param pages where the records of the baseline have pages
  /// @return nothing when the section has no such part
  public Optional<SectionPart> find(
      Baseline baseline, PublishedRecord section, int number, RecordAddresses pages) {
    CatalogueSchema schema = published.schema(baseline);
    BaselineSource whole = new BaselineSource(baseline, schema, sections, records);
    List<String> body = SectionBlocks.bodyTypes(schema);
    Map<String, Integer> counts = sections.tally(baseline, section.head(), body);
    if (total(sections.tally(baseline, section.head(), all(schema))) > MOST) {
      return part(whole, section, number, counts, pages);
    }
    int found = total(counts);
    return Optional.of(
            new SectionPart(
                found, found, 1, 1, 1, found, List.of(), html(whole, section.head(), pages)))
        .filter(_ -> number == 1);
  }

  /// The types of all that stands in documents.
  private static List<String> all(CatalogueSchema schema) {
    return Stream.of(
            headings(schema),
            SectionBlocks.frontTypes(schema, true),
            SectionBlocks.bodyTypes(schema))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> headings(CatalogueSchema schema) {
    return Stream.of(TypeKind.HEADING, TypeKind.CLAUSE)
        .flatMap(kind -> schema.namesOf(kind).stream())
        .toList();
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Optional<SectionPart> part(
      BaselineSource whole,
      PublishedRecord section,
      int number,
      Map<String, Integer> counts,
      RecordAddresses pages) {
    List<RecordHead> below =
        sections.children(whole.baseline(), section.head(), headings(whole.schema()));
    List<SubSection> elsewhere =
        below.stream()
            .map(head -> new SubSection(head, counts.getOrDefault(head.path(), 0)))
            .toList();
    int found = total(counts);
    int own = found - elsewhere.stream().mapToInt(SubSection::records).sum();
    int parts = Math.max(1, Math.ceilDiv(own, MOST));
    if (number < 1 || number > parts) {
      return Optional.empty();
    }
    int before = (number - 1) * MOST;
    PartSource source = source(whole, section, below, before);
    return Optional.of(
        new SectionPart(
            found,
            own,
            number,
            parts,
            before + 1,
            before + source.records().size(),
            elsewhere,
            html(source, section.head(), pages)));
  }

  private PartSource source(
      BaselineSource whole, PublishedRecord section, List<RecordHead> below, int before) {
    List<String> body = SectionBlocks.bodyTypes(whole.schema());
    return new PartSource(
        whole,
        BaselineSource.specified(section),
        below,
        sections.own(whole.baseline(), section.head(), below, body, before, MOST).stream()
            .map(BaselineSource::specified)
            .toList());
  }

  private static String html(SpecificationSource source, RecordHead root, RecordAddresses pages) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      DocumentModel model =
          new SpecificationAssembler(source, root, SpecificationForm.NEWEST).assemble();
      new HtmlDocument()
          .writeFragment(isClause(source, root) ? ofClause(model) : model, pages, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClause(SpecificationSource source, RecordHead root) {
    return source.schema().typeOf(root.type()).kind() == TypeKind.CLAUSE;
  }

  /// No requirement stands in a clause: the page says what derives from it.
  private static DocumentModel ofClause(DocumentModel model) {
    return new DocumentModel(
        model.identity(),
        model.titlePage().without(SpecificationAssembler.ABOUT_REQUIREMENTS),
        model.contents(),
        model.body());
  }
}
