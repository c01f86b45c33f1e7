package org.seccatalogue.page.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.ImportState;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.page.mapping.ReadAs;
import org.seccatalogue.page.shown.Difference;
import org.seccatalogue.record.WordDiff;
import org.seccatalogue.workbook.annotate.AnnotatedForm;

/// An import as its page shows it.
///
/// @param workbook in what form the workbook comes back with its findings
/// @param readAs how it was read; absent when that is not known
/// @param ended what became of the last job when it did not do what it was to do; one sentence each
/// @param moved what stopped the last attempt, row by row
/// @param problem what that attempt was, in words
record ImportView(
    Run run,
    Part<FindingLine> findings,
    Part<ChangeLine> changes,
    Filters filters,
    Annotated workbook,
    @Nullable ReadAs readAs,
    List<String> ended,
    List<FindingLine> moved,
    @Nullable String error,
    @Nullable String undoError,
    String problem) {

  /// Which rows are shown, and which may be asked for.
  ///
  /// @param some whether not all rows are shown
  /// @param rows how many rows there are of these, on all pages
  record Filters(
      List<Choice> kinds,
      List<Choice> types,
      List<Choice> sections,
      List<Choice> found,
      boolean some,
      int rows) {

    /// The filter as hidden fields of a form.
    public List<Hidden> hidden() {
      return Stream.of(
              hidden("kind", kinds),
              hidden("type", types),
              hidden("section", sections),
              hidden("found", found))
          .filter(field -> !field.value().isEmpty())
          .toList();
    }

    private static Hidden hidden(String name, List<Choice> choices) {
      return new Hidden(
          name, choices.stream().filter(Choice::chosen).map(Choice::value).findFirst().orElse(""));
    }
  }

  /// Whether its file can be read once more, in another way.
  public boolean isReadable() {
    return readAs != null && workbook.offered() && (run.isPlanned() || run.isRefused());
  }

  /// A hidden field.
  record Hidden(String name, String value) {}

  /// Whether somebody tried to apply it, and that ended before its time.
  public boolean isUnapplied() {
    return run.isPlanned() && !ended.isEmpty() && moved.isEmpty();
  }

  /// Whether its rows and findings are no longer kept.
  public boolean isEmptied() {
    return (run.isRefused() || run.isApplied())
        && !filters.some()
        && run.counts().rows() > 0
        && changes.isEmpty()
        && findings.isEmpty();
  }

  /// A page of a list, and the address of the next one.
  record Part<T>(List<T> lines, boolean later, @Nullable String next) {
    boolean isEmpty() {
      return lines.isEmpty() && !later;
    }
  }

  /// The workbook with its findings.
  ///
  /// @param offered whether it can be downloaded
  /// @param words what it is, or why there is none
  record Annotated(boolean offered, String words) {

    static Annotated of(Optional<AnnotatedForm> form) {
      return new Annotated(
          form.isPresent(),
          form.map(Annotated::words)
              .orElse(
                  "Your file is no longer kept. To download it with the findings marked, import"
                      + " it again."));
    }

    private static String words(AnnotatedForm form) {
      return switch (form) {
        case AnnotatedForm.OwnFile() ->
            "You get your own file back as you sent it, with a comment on each of these cells and a"
                + " sheet “Findings” that leads to them.";
        case AnnotatedForm.CopyOfRows() ->
            "Your file cannot hold comments as they are written here. You get an Excel workbook"
                + " (.xlsx) with its rows, a comment on each of these cells and a sheet “Findings”"
                + " that leads to them.";
        case AnnotatedForm.ListAlone(String because) ->
            "Comments cannot be put into your workbook, because "
                + because
                + ". You get an Excel workbook (.xlsx) with the list of findings alone.";
      };
    }
  }

  /// What a row would do.
  ///
  /// @param number of the row among all rows of the import
  record ChangeLine(
      int number,
      String sheet,
      int row,
      KindTag tag,
      @Nullable String key,
      String type,
      String title,
      boolean chosen,
      boolean choosable,
      boolean faulty,
      boolean missing,
      List<String> effects,
      List<Difference> edits,
      List<ConflictLine> conflicts) {

    public String kind() {
      return tag.label();
    }

    public String look() {
      return tag.look();
    }

    public boolean isUndecided() {
      return conflicts.stream().anyMatch(c -> c.choice().equals("UNDECIDED"));
    }

    /// The place of the row in the page.
    public String id() {
      return "row-" + number;
    }
  }

  /// What both changed: as it was, and what either made of it, marked against that.
  record ConflictLine(
      String name, String label, String base, WordDiff theirs, WordDiff ours, String choice) {}

  /// What is known of the import as a whole.
  record Run(ImportRun run) {

    public long id() {
      return run.id();
    }

    public ImportRun.Source source() {
      return run.source();
    }

    public ImportRun.Counts counts() {
      return run.counts();
    }

    public ImportRun.Selection selection() {
      return run.selection();
    }

    public ImportRun.Problems problems() {
      return run.problems();
    }

    public ImportRun.Course course() {
      return run.course();
    }

    public String started() {
      return Dates.time(run.course().startedAt());
    }

    public String appliedOn() {
      return run.course().appliedAt() == null ? "" : Dates.time(run.course().appliedAt());
    }

    public String undone() {
      return run.course().undoneAt() == null
          ? ""
          : Dates.time(run.course().undoneAt())
              + " by "
              + run.course().undoneBy()
              + ": "
              + run.course().undoNote();
    }

    /// Whether rows with errors were left out of what is planned or was applied.
    public boolean isWithoutFaulty() {
      return run.isWithoutFaulty();
    }

    /// Rows that are left out, those with errors that have no place in the plan among them.
    public int allLeftOut() {
      return run.leftOut();
    }

    /// Rows that are not known to be wrong.
    public int sound() {
      return run.counts().rows() - run.problems().rowsWithErrors();
    }

    public boolean isUndone() {
      return run.state() == ImportState.UNDONE;
    }

    /// How many rows would do something.
    public int chosen() {
      return run.changes();
    }

    public boolean isPlanned() {
      return run.state() == ImportState.PLANNED;
    }

    public boolean isRefused() {
      return run.state() == ImportState.REFUSED;
    }

    public boolean isApplied() {
      return run.state() == ImportState.APPLIED;
    }

    public boolean isStopped() {
      return run.state() == ImportState.STOPPED;
    }

    public boolean isExpired() {
      return run.state() == ImportState.EXPIRED;
    }

    /// Whether any row could change anything.
    public boolean doesSomething() {
      return run.changes() + run.selection().leftOut() > 0;
    }

    public String stateLabel() {
      return switch (run.state()) {
        case READING -> "Being read";
        case STOPPED -> "Not read";
        case PLANNED -> "Planned";
        case REFUSED -> "Refused";
        case APPLIED -> "Applied";
        case EXPIRED -> "Expired";
        case UNDONE -> "Undone";
      };
    }

    public String look() {
      return switch (run.state()) {
        case READING -> "yellow";
        case STOPPED, EXPIRED -> "grey";
        case PLANNED -> "blue";
        case REFUSED -> "red";
        case APPLIED -> "green";
        case UNDONE -> "purple";
      };
    }
  }
}
