package org.seccatalogue.page.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Coverage;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.numbering.FormerReferences;
import org.seccatalogue.revision.numbering.FormerReferences.Former;

/// Leads from references that records had to what they are called now.
@ApplicationScoped
class FormerSections {

  private static final int MOST_BASELINES = 50;

  private final FormerReferences references;
  private final Revisions revisions;
  private final Published published;
  private final PublishedRecords records;
  private final RecordLines lines;
  private final RecordNames names;

  FormerSections(
      FormerReferences references,
      Revisions revisions,
      Published published,
      PublishedRecords records,
      RecordLines lines,
      RecordNames names) {
    this.names = names;
    this.references = references;
    this.revisions = revisions;
    this.published = published;
    this.records = records;
    this.lines = lines;
  }

  /// The records of which a number is only the end of what they are called.
  List<RecordLine> paths(String number) {
    return names.pathsTo(List.of(number)).getOrDefault(number, List.of()).stream()
        .map(lines::of)
        .toList();
  }

  /// The record that had a reference, where it is the only one that ever had it.
  Optional<StoredRecord> bearer(String reference) {
    List<Former> former = of(reference);
    return former.size() == 1 ? revisions.find(former.getFirst().key()) : Optional.empty();
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
                    .map(record -> new FormerLine(until(former), lines.of(record.head()))))
        .toList();
  }

  /// The last baseline in which the record had it; where none of the last ones has it so, the day.
  private String until(Former former) {
    return published.baselines().stream()
        .filter(baseline -> Coverage.of(baseline).whole())
        .filter(baseline -> published.publication(baseline).at().isBefore(former.until()))
        .limit(MOST_BASELINES)
        .filter(baseline -> had(baseline, former))
        .findFirst()
        .map(Baseline::name)
        .orElseGet(() -> Dates.day(LocalDate.ofInstant(former.until(), ZoneOffset.UTC).toString()));
  }

  private boolean had(Baseline baseline, Former former) {
    return records
        .find(baseline, former.key().toString())
        .filter(record -> former.reference().equals(record.head().reference()))
        .isPresent();
  }
}
