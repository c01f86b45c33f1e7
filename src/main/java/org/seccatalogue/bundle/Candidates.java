package org.seccatalogue.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.baseline.search.Extracts;
import org.seccatalogue.baseline.search.Question;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.map.published.SaidMaps;
import org.seccatalogue.record.RecordHead;

/// Tells what a file may be, the likeliest first.
@ApplicationScoped
class Candidates {

  private static final int MOST_TRIED = 3;
  private static final int MOST = 2 * MOST_TRIED;

  /// Of more baselines that a file names, not all pairs are looked at; then a search has no end.
  private static final int MOST_COMPARED = 30;

  private final Published published;
  private final PublishedRecords records;
  private final PublishedFiles files;
  private final FileForms forms;
  private final BaselineDocuments documents;
  private final Extracts extracts;
  private final SaidMaps maps;

  Candidates(
      Published published,
      PublishedRecords records,
      PublishedFiles files,
      FileForms forms,
      BaselineDocuments documents,
      Extracts extracts,
      SaidMaps maps) {
    this.maps = maps;
    this.extracts = extracts;
    this.published = published;
    this.records = records;
    this.files = files;
    this.forms = forms;
    this.documents = documents;
  }

  /// What a file may be.
  ///
  /// @param likely the likeliest first
  /// @param whole whether there is nothing else that it may be: of very many not all are tried
  record Choice(List<Candidate> likely, boolean whole) {

    private static Choice of(Stream<Candidate> all) {
      List<Candidate> first = all.limit(MOST + 1L).toList();
      return new Choice(first.subList(0, Math.min(MOST, first.size())), first.size() <= MOST);
    }

    private Choice and(Choice other) {
      return new Choice(
          Stream.concat(likely.stream(), other.likely.stream()).toList(), whole && other.whole);
    }
  }

  Choice of(FileFacts facts) {
    return Choice.of(facts.tellsOfChanges() ? changes(facts) : Stream.of())
        .and(Choice.of(baselines(facts).stream().flatMap(baseline -> candidates(facts, baseline))));
  }

  /// Those whose digest the file names; if it names none, those whose name it holds. Many may say
  /// the same; the one whose name the file holds comes first.
  private List<Baseline> baselines(FileFacts facts) {
    List<Baseline> all = published.baselines();
    if (facts.kind().map().isPresent()) {
      return all.stream()
          .filter(facts::names)
          .sorted(
              Comparator.comparing((Baseline b) -> !facts.digests().contains(b.digest()))
                  .thenComparing(b -> !facts.isNamed(b)))
          .toList();
    }
    List<Baseline> digested =
        all.stream().filter(b -> facts.digests().contains(b.digest())).toList();
    return (digested.isEmpty() ? all : digested)
        .stream()
            .filter(b -> !digested.isEmpty() || facts.names().contains(b.name()))
            .sorted(
                Comparator.comparing((Baseline b) -> !facts.names().contains(b.name()))
                    .thenComparingInt(b -> -b.name().length()))
            .toList();
  }

  private Stream<Candidate> candidates(FileFacts facts, Baseline baseline) {
    return switch (facts.kind()) {
      case BUNDLE -> whole(facts, baseline, FileKind.BUNDLE);
      case WORKBOOK ->
          facts.question() == null
              ? whole(facts, baseline, FileKind.WORKBOOK)
              : extracts(facts, baseline, facts.question());
      case WORD -> specifications(facts, baseline, FileKind.WORD);
      case HTML -> specifications(facts, baseline, FileKind.HTML);
      case MAP, MAP_PDF, MAP_PNG ->
          facts.kind().map().stream().flatMap(kind -> maps(facts, baseline, kind));
      case CHANGES, MANIFEST, OTHER -> Stream.of();
    };
  }

  /// A map that does not say what was asked is of the first form, or damaged.
  private Stream<Candidate> maps(FileFacts facts, Baseline baseline, FileKind kind) {
    String asked = facts.question();
    return asked == null
        ? maps.titled(baseline, facts.names())
            .flatMap(said -> map(kind, FileForms.FIRST, baseline, said))
        : maps.asked(baseline, asked)
            .flatMap(
                said ->
                    forms(facts, baseline, kind)
                        .boxed()
                        .flatMap(form -> map(kind, form, baseline, said)));
  }

  private Stream<Candidate> map(FileKind kind, int form, Baseline baseline, SaidMaps.Said said) {
    PublishedFile map = PublishedFile.map(kind, form, baseline, said.question().text());
    PublishedFile file = said.older() == null ? map : map.comparedWith(said.older());
    return forms.writer(kind, form).stream()
        .map(writer -> new Candidate(file, writer, file.wordsAbout(said.about(), said.without())));
  }

  private Stream<Candidate> whole(FileFacts facts, Baseline baseline, FileKind kind) {
    return inForms(facts, baseline, kind, form -> PublishedFile.whole(kind, form, baseline));
  }

  private Stream<Candidate> extracts(FileFacts facts, Baseline baseline, String said) {
    return Question.read(said).stream()
        .filter(question -> extracts.findings(baseline, question).isEmpty())
        .flatMap(
            question ->
                inForms(
                    facts,
                    baseline,
                    FileKind.EXTRACT,
                    form -> PublishedFile.extract(form, baseline, question.text())));
  }

  private Stream<Candidate> specifications(FileFacts facts, Baseline baseline, FileKind kind) {
    return sections(facts, baseline)
        .flatMap(
            root ->
                inForms(
                    facts,
                    baseline,
                    kind,
                    form -> PublishedFile.specification(kind, form, baseline, root)));
  }

  /// In the form that the file says, and in the one that it was published in, should a byte of what
  /// it says be another one.
  private Stream<Candidate> inForms(
      FileFacts facts, Baseline baseline, FileKind kind, IntFunction<PublishedFile> file) {
    return forms(facts, baseline, kind)
        .boxed()
        .flatMap(
            form ->
                forms.writer(kind, form).stream()
                    .map(writer -> new Candidate(file.apply(form), writer)));
  }

  private IntStream forms(FileFacts facts, Baseline baseline, FileKind kind) {
    return IntStream.of(facts.form(), files.form(baseline, kind)).distinct();
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
    List<Baseline> named =
        published.baselines().stream().filter(facts::names).limit(MOST_COMPARED).toList();
    Map<Boolean, List<Pair>> pairs =
        named.stream()
            .flatMap(
                newer ->
                    named.stream()
                        .filter(older -> !older.id().equals(newer.id()))
                        .map(older -> new Pair(older, newer)))
            .collect(Collectors.partitioningBy(pair -> pair.isSaid(facts.names())));
    return Stream.of(true, false)
        .flatMap(said -> pairs.getOrDefault(said, List.of()).stream())
        .flatMap(pair -> changes(facts, pair));
  }

  /// Two baselines between which something changed.
  private record Pair(Baseline older, Baseline newer) {

    /// Whether that stands in a text, as titles say it or as data says it.
    boolean isSaid(String text) {
      return text.contains("hanges from " + older.name() + " to " + newer.name())
          || text.contains("\"since\":{\"id\":\"" + older.id() + "\"");
    }
  }

  private Stream<Candidate> changes(FileFacts facts, Pair pair) {
    return switch (facts.kind()) {
      case WORD -> changes(facts, pair, FileKind.CHANGES_WORD);
      case WORKBOOK -> changes(facts, pair, FileKind.CHANGES_WORKBOOK);
      case CHANGES -> changes(facts, pair, FileKind.CHANGES_JSON);
      case BUNDLE, HTML, MAP, MAP_PDF, MAP_PNG, MANIFEST, OTHER -> Stream.of();
    };
  }

  private Stream<Candidate> changes(FileFacts facts, Pair pair, FileKind kind) {
    return inForms(
        facts,
        pair.newer(),
        kind,
        form -> PublishedFile.changes(kind, form, pair.older(), pair.newer()));
  }
}
