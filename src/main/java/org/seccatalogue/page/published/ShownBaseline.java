package org.seccatalogue.page.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.page.Dates;

/// A baseline as every page that shows something of it names it.
///
/// @param number counted in the order of freezing
/// @param state what it is now, in one word
/// @param look the colour of the tag that says so
/// @param digest 64 hexadecimal digits
/// @param others all baselines, newest first, with the same page in each
record ShownBaseline(
    int number,
    String id,
    String name,
    String dated,
    String state,
    String look,
    @Nullable String reason,
    @Nullable Other successor,
    int records,
    int links,
    String digest,
    List<Other> others) {

  /// A baseline to go to.
  ///
  /// @param same whether it is the one that is shown
  record Other(
      String id, String name, String dated, String state, String look, String href, boolean same) {

    static Other of(Baseline baseline, String href, boolean same) {
      return new Other(
          baseline.id(),
          baseline.name(),
          Dates.day(baseline.dated().toString()),
          word(baseline.state()),
          ShownBaseline.look(baseline.state()),
          href,
          same);
    }
  }

  /// Whether readers should rather read another one.
  public boolean isPast() {
    return reason != null || successor != null || !state.equals(word(PublicationAction.PUBLISHED));
  }

  /// Whether there are others to compare it with.
  public boolean isComparable() {
    return others.size() > 1;
  }

  static String word(PublicationAction act) {
    return switch (act) {
      case PUBLISHED -> "Published";
      case SUPERSEDED -> "Superseded";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  static String look(PublicationAction act) {
    return switch (act) {
      case PUBLISHED -> "green";
      case SUPERSEDED -> "yellow";
      case WITHDRAWN -> "red";
    };
  }
}
