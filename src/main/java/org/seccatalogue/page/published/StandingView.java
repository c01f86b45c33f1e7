package org.seccatalogue.page.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.standing.RecordStanding;
import org.seccatalogue.baseline.standing.Standing;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;

/// What became of a record, as every page of it says.
///
/// @param look the colour of the tag with the word
/// @param replacement the record that takes its place
/// @param ways where to read on
record StandingView(
    String word, String look, String text, @Nullable RecordLine replacement, List<Way> ways) {

  StandingView {
    ways = List.copyOf(ways);
  }

  /// Somewhere to go.
  record Way(String text, String href) {}

  /// Whether the newest baseline has the record as it is shown.
  public boolean isCurrent() {
    return look.equals("green");
  }

  /// @param replacement the record that takes its place, as the newest baseline has it
  static StandingView of(RecordStanding record, @Nullable RecordLine replacement) {
    return switch (record.standing()) {
      case Standing.Current _ -> view(record, "Current", "green");
      case Standing.Changed _ -> view(record, "Changed", "yellow");
      case Standing.Moved _ -> view(record, "Moved", "purple");
      case Standing.Removed _ ->
          new StandingView("Removed", "red", record.words(), replacement, ways(record));
      case Standing.Added _ -> view(record, "Added later", "blue");
      case Standing.Outside _ -> view(record, "Not in this part", "grey");
      case Standing.Unsettled _ -> view(record, "Not in force", "grey");
    };
  }

  private static StandingView view(RecordStanding record, String word, String look) {
    return new StandingView(word, look, record.words(), null, ways(record));
  }

  private static List<Way> ways(RecordStanding record) {
    List<Way> ways = new ArrayList<>();
    Baseline newest = record.newest();
    boolean removed = record.standing() instanceof Standing.Removed;
    if (newest != null && !removed && !record.isOfNewest()) {
      ways.add(new Way("Read it in " + newest.name(), page(newest, record)));
    }
    Baseline last = record.last().baseline();
    boolean said = newest != null && !removed && newest.number() == last.number();
    if (record.held().isEmpty() && !said) {
      ways.add(new Way("Read it as " + last.name() + " has it", page(last, record)));
    }
    changes(record, newest).ifPresent(href -> ways.add(new Way("See what changed", href)));
    return ways;
  }

  private static Optional<String> changes(RecordStanding record, @Nullable Baseline newest) {
    boolean changed =
        record.standing() instanceof Standing.Changed
            || record.standing() instanceof Standing.Moved;
    return changed && newest != null && newest.number() > record.asked().number()
        ? Optional.of(
            new PageAddress(PageFrames.at(newest) + "/changes")
                .with("since", record.asked().id())
                .with("section", record.key())
                .toString())
        : Optional.empty();
  }

  static String page(Baseline baseline, RecordStanding record) {
    return PageFrames.at(baseline) + "/records/" + record.key();
  }
}
