package org.seccatalogue.page.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.page.Dates;

/// A baseline as every page that shows something of it names it.
///
/// @param number counted in the order of freezing
/// @param state what it is now
/// @param digest 64 hexadecimal digits
/// @param others all baselines, newest first, with the same page in each
record ShownBaseline(
    int number,
    String id,
    String name,
    String dated,
    BaselineState state,
    Past past,
    int records,
    int links,
    String digest,
    List<Other> others) {

  /// A baseline to go to.
  ///
  /// @param same whether it is the one that is shown
  record Other(
      String id, String name, String dated, BaselineState state, String href, boolean same) {

    static Other of(Baseline baseline, String href, BaselineState state, boolean same) {
      return new Other(
          baseline.id(),
          baseline.name(),
          Dates.day(baseline.dated().toString()),
          state,
          href,
          same);
    }
  }

  /// Why readers should rather read another one.
  ///
  /// @param newer those that were published later and not withdrawn, newest first
  record Past(@Nullable String reason, @Nullable Other successor, List<Other> newer) {

    Past {
      newer = List.copyOf(newer);
    }
  }

  /// Whether it was superseded or withdrawn.
  public boolean isPast() {
    return past.reason() != null || past.successor() != null;
  }

  /// The newest of those that were published later, unless that is already named.
  public @Nullable Other newer() {
    return past.newer().stream()
        .findFirst()
        .filter(one -> past.successor() == null || !one.id().equals(past.successor().id()))
        .orElse(null);
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
