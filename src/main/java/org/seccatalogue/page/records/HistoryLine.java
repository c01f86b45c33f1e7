package org.seccatalogue.page.records;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.shown.StageTag;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.schema.Workflow;

/// One line of the history of a record.
///
/// @param revision number of the revision that it leads to, if it made one
/// @param text what happened
/// @param replacement the record that takes the place of a withdrawn one
/// @param stage the stage in which the revision was made, or to which the record came
record HistoryLine(
    @Nullable Integer revision,
    String text,
    @Nullable Replacement replacement,
    String time,
    String author,
    @Nullable String note,
    @Nullable StageTag stage) {

  /// A record that takes the place of another.
  ///
  /// @param name what people call it
  record Replacement(RecordKey key, String name) {}

  private static String renumbered(String from, String to) {
    if (from.isEmpty()) {
      return "Given the reference " + to + ", its first one";
    }
    return to.isEmpty()
        ? "Reference " + from + " taken away"
        : "Renumbered from " + from + " to " + to;
  }

  /// @param names what people call records
  static HistoryLine of(HistoryEvent event, Workflow workflow, Function<RecordKey, String> names) {
    return switch (event) {
      case HistoryEvent.Revised revised ->
          line(event, revised.number(), text(revised), null, tag(revised.stage(), workflow));
      case HistoryEvent.StageChanged changed ->
          line(
              event,
              null,
              text(changed, workflow),
              replacement(changed.replacement(), names),
              tag(changed.to(), workflow));
      case HistoryEvent.Moved moved -> line(event, null, text(moved), null, null);
      case HistoryEvent.Renumbered(var _, String from, String to) ->
          line(event, null, renumbered(from, to), null, null);
    };
  }

  private static HistoryLine line(
      HistoryEvent event,
      @Nullable Integer revision,
      String text,
      @Nullable Replacement replacement,
      @Nullable StageTag stage) {
    String note = event.by().note().reason();
    return new HistoryLine(
        revision,
        text,
        replacement,
        Dates.time(event.by().at()),
        event.by().author(),
        note == null || note.isBlank() ? null : note,
        stage);
  }

  private static @Nullable Replacement replacement(
      @Nullable RecordKey key, Function<RecordKey, String> names) {
    return key == null ? null : new Replacement(key, names.apply(key));
  }

  private static StageTag tag(String stage, Workflow workflow) {
    return StageTag.of(stage, workflow);
  }

  private static String text(HistoryEvent.Revised revised) {
    return switch (revised.making()) {
      case EDIT -> "";
      case EDITORIAL -> "editorial change";
      case CONFIRM -> "links confirmed";
      case UNDO -> "earlier wording restored by an undo";
      case TAKE_OVER -> "loaded into the catalogue";
    };
  }

  private static String text(HistoryEvent.StageChanged changed, Workflow workflow) {
    String from = workflow.labelOf(changed.from());
    String to = workflow.labelOf(changed.to());
    return switch (changed.kind()) {
      case MOVE -> "Moved from " + from + " to " + to;
      case FALL -> "Returned from " + from + " to " + to + " by new wording";
      case WITHDRAWAL ->
          changed.from().equals(changed.to()) ? to + ", with another reason or replacement" : to;
      case TAKE_OVER -> to + " taken over from " + changed.source();
      case UNDO -> "Returned from " + from + " to " + to + " by an undo";
    };
  }

  private static String text(HistoryEvent.Moved moved) {
    String how = moved.undone() ? "Moved back by an undo" : "Moved";
    if (!moved.isReordering()) {
      return how + " from " + section(moved.from()) + " to " + section(moved.to());
    }
    return how
        + " within "
        + section(moved.to())
        + ", from "
        + spot(moved.from())
        + " to "
        + spot(moved.to());
  }

  private static String section(HistoryEvent.Spot spot) {
    return Objects.requireNonNullElse(spot.section(), "the top of the outline");
  }

  private static String spot(HistoryEvent.Spot spot) {
    return spot.after() == null ? "the first place" : "after " + spot.after();
  }
}
