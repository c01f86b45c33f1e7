package org.seccatalogue.baseline.standing;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.record.RecordHead;

/// What became of a record, in sentences.
final class StandingWords {

  private final RecordStanding record;

  private StandingWords(RecordStanding record) {
    this.record = record;
  }

  static String of(RecordStanding record) {
    return new StandingWords(record).text();
  }

  private String text() {
    return switch (record.standing()) {
      case Standing.Current _ ->
          record.isOfNewest()
              ? newest() + " is the newest baseline" + ofIt() + "."
              : newest() + ", the newest baseline" + ofIt() + ", says the same.";
      case Standing.Changed(var in, var reworded) ->
          when("Changed", in)
              + in.name()
              + (reworded ? " says otherwise." : " says the same, at another stage.");
      case Standing.Moved(var in, var move) ->
          when("Moved", in) + "It went " + move.words() + ", and says the same.";
      case Standing.Removed(var in, var reason, var _) -> when("Removed", in) + reason(reason);
      case Standing.Added(var in) ->
          when("Added", in) + record.asked().name() + " does not have it.";
      case Standing.Outside _ ->
          record.asked().name()
              + " was made of less than the whole catalogue, and says nothing of this record. "
              + newest()
              + " is the newest baseline that does.";
      case Standing.Unsettled _ -> "No baseline counts at present.";
    };
  }

  /// There may be newer ones of other parts of the catalogue.
  private String ofIt() {
    return record.passedOver() ? " that says anything of this record" : "";
  }

  private String newest() {
    Baseline newest = record.newest();
    return newest == null ? "" : newest.name();
  }

  /// What counts may have been frozen before what is looked at.
  private String when(String what, Baseline in) {
    int from =
        record.held().isPresent() || record.standing() instanceof Standing.Added
            ? record.asked().number()
            : record.last().baseline().number();
    return in.number() > from
        ? what + " in " + in.name() + ". "
        : in.name() + " is the newest baseline that counts" + ofIt() + ". ";
  }

  private static String reason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return "No reason was published.";
    }
    String text = reason.strip();
    return "Reason: " + text + (text.endsWith(".") ? "" : ".");
  }

  /// The record that takes the place of another, in a sentence.
  static String replacement(RecordHead head) {
    String title = head.title().isEmpty() ? "" : " " + head.title();
    return "Replaced by " + head.name() + title + ".";
  }
}
