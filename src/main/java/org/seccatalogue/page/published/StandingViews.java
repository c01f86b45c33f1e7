package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.PublishedReferences;
import org.seccatalogue.baseline.standing.Appearance;
import org.seccatalogue.baseline.standing.RecordStanding;
import org.seccatalogue.baseline.standing.Standing;
import org.seccatalogue.baseline.standing.Step;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;

/// Gathers what pages tell of a record through all baselines.
@ApplicationScoped
class StandingViews {

  private static final int MOST_NAMES = 5;

  private final Published published;
  private final PublishedReferences references;
  private final PublishedRecords records;

  StandingViews(Published published, PublishedReferences references, PublishedRecords records) {
    this.published = published;
    this.references = references;
    this.records = records;
  }

  /// What the reference of a record was before, and what the record was called.
  record Numbers(List<Bearer> bearers, List<Name> names) {}

  /// Another record that had the reference.
  ///
  /// @param until name of the last baseline in which it had it
  /// @param now in words, what became of it
  record Bearer(String until, RecordLine line, String now) {}

  /// What a record was called.
  ///
  /// @param until name of the last baseline in which it was
  record Name(String until, String reference) {}

  /// The baselines that hold a record, or removed it.
  ///
  /// @param since in words, how long it has been as it is shown; may be empty
  record Past(String since, List<Held> held) {}

  /// A baseline.
  ///
  /// @param words its day, and the revision that it holds
  /// @param change what became of the record there, compared with the baseline before
  record Held(String name, String words, String href, String change, boolean shown) {}

  StandingView of(RecordStanding record) {
    Baseline newest = record.newest();
    return record.standing() instanceof Standing.Removed(var _, var _, var replacement)
            && replacement != null
            && newest != null
        ? StandingView.of(record, lines(newest).of(replacement))
        : StandingView.of(record, null);
  }

  /// The path of the page of a section in each baseline, by what it is called there.
  Function<Baseline, String> sections(RecordKey key) {
    Map<Integer, String> called =
        references.of(key).stream()
            .collect(
                Collectors.toMap(
                    PublishedReferences.Called::baseline, PublishedReferences.Called::reference));
    return baseline -> {
      String reference = called.get(baseline.number());
      return reference == null ? "/records/" + key : RecordLines.section(reference);
    };
  }

  Numbers numbers(Baseline baseline, RecordHead head) {
    Map<Integer, Baseline> all =
        published.baselines().stream().collect(Collectors.toMap(Baseline::number, one -> one));
    return new Numbers(bearers(baseline, head, all), names(baseline, head, all));
  }

  private List<Bearer> bearers(Baseline baseline, RecordHead head, Map<Integer, Baseline> all) {
    String reference = head.reference();
    if (reference == null) {
      return List.of();
    }
    List<PublishedReferences.Bearer> others =
        references.bearers(baseline, reference).stream()
            .filter(one -> !one.key().equals(head.key().toString()))
            .toList();
    Map<String, RecordHead> here =
        records.heads(baseline, others.stream().map(PublishedReferences.Bearer::key).toList());
    return others.stream()
        .map(
            one ->
                bearer(
                    baseline,
                    here.get(one.key()),
                    one.key(),
                    Objects.requireNonNull(all.get(one.until()))))
        .toList();
  }

  /// @param here absent where this baseline does not have it any more
  private Bearer bearer(Baseline baseline, @Nullable RecordHead here, String key, Baseline last) {
    if (here != null) {
      return new Bearer(last.name(), lines(baseline).of(here), "now " + here.name());
    }
    RecordHead there = Objects.requireNonNull(records.heads(last, List.of(key)).get(key));
    return new Bearer(last.name(), lines(last).of(there), "not in " + baseline.name());
  }

  private RecordLines lines(Baseline baseline) {
    return new RecordLines(published.schema(baseline), PageFrames.at(baseline), baseline.dated());
  }

  private List<Name> names(Baseline baseline, RecordHead head, Map<Integer, Baseline> all) {
    Map<String, Integer> until = new LinkedHashMap<>();
    references.of(head.key()).stream()
        .filter(one -> one.baseline() < baseline.number())
        .filter(one -> !one.reference().equals(head.reference()))
        .forEach(one -> until.putIfAbsent(one.reference(), one.baseline()));
    return until.entrySet().stream()
        .limit(MOST_NAMES)
        .map(one -> new Name(Objects.requireNonNull(all.get(one.getValue())).name(), one.getKey()))
        .toList();
  }

  static Past past(RecordStanding record) {
    List<Held> lines = new ArrayList<>();
    for (int i = 0; i < record.steps().size(); i++) {
      lines.add(held(record, record.steps().get(i), i + 1 == record.steps().size()));
    }
    return new Past(record.held().map(now -> since(record, now)).orElse(""), lines);
  }

  private static Held held(RecordStanding record, Step step, boolean oldest) {
    Baseline baseline = step.baseline();
    String day = Dates.day(baseline.dated().toString());
    Appearance held = step.held();
    return new Held(
        baseline.name(),
        held == null ? day : day + ", revision " + held.revision(),
        StandingView.page(baseline, record),
        switch (step.change()) {
          case ADDED -> oldest ? "First published" : "Published again";
          case UNCHANGED -> "Unchanged";
          case CHANGED -> "Content changed";
          case STAGED -> "Stage changed";
          case MOVED -> "Moved";
          case REMOVED -> "Removed";
        },
        baseline.number() == record.asked().number());
  }

  /// The oldest of the baselines, back from this one, in which the record says the same.
  private static String since(RecordStanding record, Appearance now) {
    String oldest =
        record.steps().stream()
            .dropWhile(step -> step.baseline().number() != record.asked().number())
            .takeWhile(step -> step.held() != null && step.held().isSameAs(now))
            .reduce((_, older) -> older)
            .map(step -> step.baseline().name())
            .orElse(record.asked().name());
    return record.standing() instanceof Standing.Current
        ? "Unchanged since " + oldest + "."
        : "As shown here it stood first in " + oldest + ".";
  }
}
