package org.seccatalogue.baseline.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecord;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Gives all records of a baseline that answer a question, to be taken away.
@ApplicationScoped
public class Extracts {

  /// A longer question does not stand in a file; in characters of its text.
  private static final int LONGEST = 4_000;

  private static final int BATCH = 500;

  private final Published published;
  private final PublishedSearch search;

  Extracts(Published published, PublishedSearch search) {
    this.published = published;
    this.search = search;
  }

  /// What is wrong with a question; nothing where an extract can answer it.
  public List<Finding> findings(Baseline baseline, Question question) {
    List<Finding> findings = findings(question);
    if (!findings.isEmpty()) {
      return findings;
    }
    return switch (search.page(baseline, question.page(null, 1))) {
      case PublishedPage.Refused(List<Finding> refused) -> refused;
      case PublishedPage.Page page -> findings(page.total());
    };
  }

  private static List<Finding> findings(Question question) {
    if (question.isNone()) {
      String expected = "words or at least one filter; records.xlsx has all records";
      return List.of(finding(FindingCode.MISSING_VALUE, null, expected));
    }
    String text = question.text();
    String expected = "a question of at most %,d characters".formatted(LONGEST);
    return text.length() > LONGEST
        ? List.of(finding(FindingCode.TOO_LARGE, text, expected))
        : List.of();
  }

  private static List<Finding> findings(PublishedPage.Total total) {
    String found = "more than %,d records".formatted(total.count());
    String expected = "a question that fewer records answer; records.xlsx has all records";
    return total.exact() ? List.of() : List.of(finding(FindingCode.TOO_LARGE, found, expected));
  }

  /// Whether an extract can answer a question that so many records answer.
  public static boolean isAnswer(Question question, PublishedPage.Total total) {
    return findings(question).isEmpty() && findings(total).isEmpty() && total.count() > 0;
  }

  private static Finding finding(FindingCode code, @Nullable String found, String expected) {
    return Finding.error(code, new Place.Parameter("q"), found, expected);
  }

  /// What the records that answer a question have, with labels; nothing where it is refused.
  public List<PublishedFacets.Facet> facets(Baseline baseline, Question question) {
    return switch (search.facets(baseline, question.page(null, 1))) {
      case PublishedFacets.Counted counted -> counted.facets();
      case PublishedFacets.Refused _ -> List.of();
    };
  }

  /// How many records of each type answer a question that is not refused.
  public SequencedMap<String, Integer> counts(Baseline baseline, Question question) {
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    published.schema(baseline).types().forEach(type -> counts.put(type.name(), 0));
    each(
        baseline,
        question,
        batch -> batch.forEach(record -> counts.merge(record.head().type(), 1, Integer::sum)));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /// Gives the records of a type that answer a question that is not refused, in the order of the
  /// outline.
  public void each(
      Baseline baseline, Question question, String type, Consumer<List<PublishedRecord>> batch) {
    each(baseline, question.ofType(type), batch);
  }

  private void each(Baseline baseline, Question question, Consumer<List<PublishedRecord>> batch) {
    String cursor = null;
    do {
      cursor =
          switch (search.page(baseline, question.page(cursor, BATCH))) {
            case PublishedPage.Page page -> {
              batch.accept(page.records());
              yield page.next();
            }
            case PublishedPage.Refused refused ->
                throw new IllegalStateException(refused.toString());
          };
    } while (cursor != null);
  }
}
