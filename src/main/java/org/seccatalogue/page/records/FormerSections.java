package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Coverage;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedReferences;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.numbering.FormerReferences;
import org.seccatalogue.revision.numbering.FormerReferences.Former;
import org.seccatalogue.revision.numbering.MeantRecords;

/// Leads from references that records had to what they are called now.
@ApplicationScoped
class FormerSections {

  private static final int MOST_BASELINES = 50;

  private final FormerReferences references;
  private final Revisions revisions;
  private final Published published;
  private final PublishedReferences called;
  private final RecordLines lines;
  private final MeantRecords meant;

  FormerSections(
      FormerReferences references,
      Revisions revisions,
      Published published,
      PublishedReferences called,
      RecordLines lines,
      MeantRecords meant) {
    this.meant = meant;
    this.references = references;
    this.revisions = revisions;
    this.published = published;
    this.called = called;
    this.lines = lines;
  }

  /// The record that a reference means, now or before.
  Meant meant(String reference) {
    return meant.of(reference);
  }

  private List<Former> of(String reference) {
    return reference.indexOf('\0') >= 0 ? List.of() : references.of(List.of(reference));
  }

  /// The records that had a reference which another one has now, the last one first.
  List<FormerLine> lines(String reference) {
    return of(reference).stream()
        .flatMap(
            former ->
                revisions.find(former.key()).stream()
                    .map(record -> new FormerLine(when(former), lines.of(record.head()))))
        .toList();
  }

  /// What a record was called, the last name first.
  List<FormerName> names(RecordKey key) {
    return references.ofRecord(key).stream()
        .map(former -> new FormerName(when(former), former.reference()))
        .toList();
  }

  /// The last baseline in which the record had it; where none of the last ones has it so, the day,
  /// if there was one.
  private String when(Former former) {
    return former.told() ? "Formerly" : "Until " + until(former);
  }

  private String until(Former former) {
    Set<Integer> having =
        called.of(former.key()).stream()
            .filter(one -> one.reference().equals(former.reference()))
            .map(PublishedReferences.Called::baseline)
            .collect(Collectors.toSet());
    return published.baselines().stream()
        .filter(baseline -> Coverage.of(baseline).whole())
        .filter(baseline -> published.publication(baseline).at().isBefore(former.until()))
        .limit(MOST_BASELINES)
        .filter(baseline -> having.contains(baseline.number()))
        .findFirst()
        .map(Baseline::name)
        .orElseGet(() -> Dates.day(LocalDate.ofInstant(former.until(), ZoneOffset.UTC).toString()));
  }
}
