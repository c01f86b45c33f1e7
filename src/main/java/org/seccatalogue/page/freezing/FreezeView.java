package org.seccatalogue.page.freezing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FormErrors;

/// The page on which a baseline is frozen.
///
/// @param goingOut what is published of records
/// @param report absent until somebody has looked
/// @param signing what there is to know of the key that signs; absent when there is nothing
/// @param underWay those that are being frozen
/// @param baselines those that there are
record FreezeView(
    Texts texts,
    Chosen chosen,
    GoingOutView goingOut,
    List<FormErrors.Entry> errors,
    @Nullable Report report,
    @Nullable String signing,
    List<UnderWay> underWay,
    List<Existing> baselines) {

  /// What is typed.
  ///
  /// @param dated the day on it; at first today
  /// @param by the role or name that publishes it
  record Texts(String name, String dated, String note, String by) {}

  /// What the baseline is made of.
  record Chosen(
      boolean notes,
      boolean marked,
      List<Choice> sections,
      List<Choice> types,
      List<Choice> stages,
      List<Choice> wanted) {

    /// Whether less than the whole catalogue was chosen.
    public boolean isNarrowed() {
      return notes
          || marked
          || Stream.of(sections, types, stages).flatMap(List::stream).anyMatch(Choice::chosen)
          || wanted.stream().anyMatch(choice -> choice.chosen() && !choice.value().isEmpty());
    }
  }

  /// What stands against it.
  ///
  /// @param shown tells the choice of which it is from any other
  /// @param outgoing what goes out; absent in reports that were kept before it was counted
  record Report(
      String shown,
      boolean passed,
      int records,
      int requirements,
      int marked,
      List<Line> lines,
      @Nullable OutgoingView outgoing) {}

  /// Findings of one code.
  ///
  /// @param heading what they are, in words
  /// @param reason why they may stand, as it was typed
  record Line(
      String code,
      String heading,
      String advice,
      boolean stops,
      int open,
      int waived,
      List<Found> findings,
      String reason,
      String by) {}

  /// One finding, at its record.
  record Found(String key, String href, String message) {}

  /// A baseline that is being frozen.
  record UnderWay(String name, String href) {}

  /// A baseline that there is.
  record Existing(
      String id, String name, String dated, int records, String state, String look, boolean open) {}
}
