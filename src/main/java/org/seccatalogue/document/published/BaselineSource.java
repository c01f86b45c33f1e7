package org.seccatalogue.document.published;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.agreement.Candidates;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.document.Edition;
import org.seccatalogue.document.SpecificationSource;
import org.seccatalogue.document.SpecifiedRecord;
import org.seccatalogue.document.TitlePage;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TracedLink;

/// A baseline. What it says never changes; what became of the baseline is not part of it, because
/// the documents of a baseline must not change either.
record BaselineSource(
    Baseline baseline, CatalogueSchema schema, PublishedSections sections, PublishedRecords records)
    implements SpecificationSource {

  private static final String STATEMENT =
      "This document was made from a published baseline of the requirements catalogue, which never"
          + " changes. Whether the baseline has been superseded or withdrawn since is told where it"
          + " is published; there the document can be checked too. Square brackets and the word"
          + " “provisional” mark what is not agreed.";

  @Override
  public Edition edition(RecordHead root) {
    return new Edition(
        baseline.name(),
        "Published baseline",
        STATEMENT,
        baseline.digest(),
        baseline.dated(),
        sections.stages(baseline, root),
        List.of(
            new TitlePage.ControlRow("Baseline", baseline.name()),
            new TitlePage.ControlRow("Dated", TitlePage.longDate(baseline.dated())),
            new TitlePage.ControlRow("Digest of the baseline (SHA-256)", baseline.digest())),
        true);
  }

  @Override
  public List<SpecifiedRecord> headings(RecordHead root) {
    return specified(sections.headings(baseline, root));
  }

  @Override
  public List<SpecifiedRecord> above(RecordHead heading) {
    return specified(sections.above(baseline, heading));
  }

  @Override
  public List<RecordHead> heads(RecordHead root, List<String> types) {
    return sections.heads(baseline, root, types);
  }

  @Override
  public List<SpecifiedRecord> below(
      RecordHead heading,
      List<RecordHead> headings,
      List<String> types,
      @Nullable String after,
      int limit) {
    return specified(sections.below(baseline, heading, headings, types, after, limit));
  }

  @Override
  public List<SpecifiedRecord> all(List<String> types) {
    return specified(sections.all(baseline, types));
  }

  @Override
  public List<SpecifiedRecord> saying(Candidates wanted) {
    return specified(sections.matching(baseline, wanted));
  }

  @Override
  public Optional<String> behind(RecordHead heading, int records) {
    return sections.behind(baseline, heading, records);
  }

  @Override
  public Map<RecordKey, List<TracedLink>> links(Collection<RecordKey> sources) {
    return records.from(baseline, sources.stream().map(RecordKey::toString).toList()).stream()
        .collect(Collectors.groupingBy(link -> link.source().key()));
  }

  @Override
  public Map<String, RecordHead> named(Collection<String> names) {
    return records.heads(baseline, names);
  }

  private static List<SpecifiedRecord> specified(List<PublishedRecord> records) {
    return records.stream().map(BaselineSource::specified).toList();
  }

  static SpecifiedRecord specified(PublishedRecord one) {
    return new SpecifiedRecord(one.head(), one.type(), one.attributes(), one.digest());
  }
}
