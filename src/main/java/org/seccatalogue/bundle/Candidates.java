package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.ChangesJson;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.document.published.ChangesDocument;
import org.seccatalogue.export.published.BaselineWorkbook;
import org.seccatalogue.export.published.ChangesWorkbook;
import org.seccatalogue.record.RecordHead;

/// Tells what a file may be, the likeliest first.
@ApplicationScoped
class Candidates {

  private static final int MOST_TRIED = 3;

  private final Published published;
  private final PublishedRecords records;
  private final Bundles bundles;
  private final BaselineWorkbook workbook;
  private final BaselineDocuments documents;
  private final ChangesDocument changesDocument;
  private final ChangesWorkbook changesWorkbook;
  private final ChangesJson changesJson;

  Candidates(
      Published published,
      PublishedRecords records,
      Bundles bundles,
      BaselineWorkbook workbook,
      BaselineDocuments documents,
      ChangesDocument changesDocument,
      ChangesWorkbook changesWorkbook,
      ChangesJson changesJson) {
    this.published = published;
    this.records = records;
    this.bundles = bundles;
    this.workbook = workbook;
    this.documents = documents;
    this.changesDocument = changesDocument;
    this.changesWorkbook = changesWorkbook;
    this.changesJson = changesJson;
  }

  List<Candidate> of(FileFacts facts) {
    Stream<Candidate> changes =
        facts.tellsOfChanges() ? changes(facts).limit(2L * MOST_TRIED) : Stream.of();
    Stream<Candidate> others =
        baselines(facts).stream()
            .flatMap(baseline -> candidates(facts, baseline))
            .limit(2L * MOST_TRIED);
    return Stream.concat(changes, others).toList();
  }

  /// Those whose digest the file names; if it names none, those whose name it holds.
  private List<Baseline> baselines(FileFacts facts) {
    List<Baseline> all = published.baselines();
    List<Baseline> digested =
        all.stream().filter(b -> facts.digests().contains(b.digest())).toList();
    return digested.isEmpty()
        ? all.stream()
            .filter(b -> facts.names().contains(b.name()))
            .sorted(Comparator.comparingInt((Baseline b) -> b.name().length()).reversed())
            .toList()
        : digested;
  }

  private Stream<Candidate> candidates(FileFacts facts, Baseline baseline) {
    return switch (facts.kind()) {
      case BUNDLE ->
          Stream.of(new Candidate("The bundle", baseline, out -> bundles.write(baseline, out)));
      case WORKBOOK ->
          Stream.of(new Candidate("The workbook", baseline, out -> workbook.write(baseline, out)));
      case WORD ->
          sections(facts, baseline)
              .map(
                  root ->
                      new Candidate(
                          "The Word specification of " + root.name(),
                          baseline,
                          out -> documents.word(baseline, root, out)));
      case HTML ->
          sections(facts, baseline)
              .map(
                  root ->
                      new Candidate(
                          "The HTML specification of " + root.name(),
                          baseline,
                          out -> documents.html(baseline, root, out)));
      case CHANGES, MANIFEST, OTHER -> Stream.of();
    };
  }

  /// A document begins with the heading that it is of.
  private Stream<RecordHead> sections(FileFacts facts, Baseline baseline) {
    return facts.keys().stream()
        .limit(MOST_TRIED)
        .flatMap(key -> records.find(baseline, key).stream())
        .map(PublishedRecord::head)
        .filter(head -> documents.section(baseline, head.name()).isPresent());
  }

  /// From any baseline that the file names to any other; first those whose names it has in that
  /// order.
  private Stream<Candidate> changes(FileFacts facts) {
    List<Baseline> named = published.baselines().stream().filter(facts::names).toList();
    return named.stream()
        .flatMap(
            newer ->
                named.stream()
                    .filter(older -> !older.id().equals(newer.id()))
                    .map(older -> new Pair(older, newer)))
        .sorted(Comparator.comparing((Pair pair) -> !pair.isSaid(facts.names())))
        .flatMap(pair -> changes(facts, pair));
  }

  /// Two baselines between which something changed.
  private record Pair(Baseline older, Baseline newer) {

    /// Whether that stands in a text, as titles say it or as data says it.
    boolean isSaid(String text) {
      return text.contains("hanges from " + older.name() + " to " + newer.name())
          || text.contains("\"since\":{\"id\":\"" + older.id() + "\"");
    }

    String words() {
      return " of the changes from " + older.name() + " to " + newer.name();
    }
  }

  private Stream<Candidate> changes(FileFacts facts, Pair pair) {
    Baseline older = pair.older();
    Baseline newer = pair.newer();
    return switch (facts.kind()) {
      case WORD ->
          Stream.of(
              new Candidate(
                  "The Word document" + pair.words(),
                  newer,
                  out -> changesDocument.write(older, newer, out)));
      case WORKBOOK ->
          Stream.of(
              new Candidate(
                  "The workbook" + pair.words(),
                  newer,
                  out -> changesWorkbook.write(older, newer, out)));
      case CHANGES ->
          Stream.of(
              new Candidate(
                  "The JSON file" + pair.words(),
                  newer,
                  out -> changesJson.write(older, newer, out)));
      case BUNDLE, HTML, MANIFEST, OTHER -> Stream.of();
    };
  }
}
