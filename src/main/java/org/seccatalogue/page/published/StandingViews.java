package org.seccatalogue.page.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.standing.Appearance;
import org.seccatalogue.baseline.standing.RecordStanding;
import org.seccatalogue.baseline.standing.Standing;
import org.seccatalogue.baseline.standing.Step;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.RecordLines;

/// Gathers what pages tell of a record through all baselines.
@ApplicationScoped
class StandingViews {

  private final Published published;

  StandingViews(Published published) {
    this.published = published;
  }

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
        ? StandingView.of(
            record,
            new RecordLines(published.schema(newest), PageFrames.at(newest), newest.dated())
                .of(replacement))
        : StandingView.of(record, null);
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
