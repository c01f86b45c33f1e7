package org.seccatalogue.page.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.imports.AnnotatedWorkbooks;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.jobs.JobView;
import org.seccatalogue.page.mapping.ReadAs;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.schema.CatalogueSchema;

/// Gathers what the page of an import shows.
@ApplicationScoped
class ImportViews {

  private static final int AT_ONCE = 50;

  private final CatalogueSchema schema;
  private final Imports imports;
  private final AnnotatedWorkbooks workbooks;
  private final ImportJobs jobs;
  private final ChangeLines changeLines;

  ImportViews(
      CatalogueSchema schema,
      Imports imports,
      AnnotatedWorkbooks workbooks,
      ImportJobs jobs,
      ChangeLines changeLines) {
    this.changeLines = changeLines;
    this.schema = schema;
    this.imports = imports;
    this.workbooks = workbooks;
    this.jobs = jobs;
  }

  /// Which part of an import is shown: after which finding, after which row, which rows.
  record Shown(int findings, int changes, PlannedChange.Filter filter) {

    static final Shown FIRST = new Shown(0, 0, PlannedChange.Filter.ALL);

    PageAddress in(long id) {
      return PageAddress.ofImport(id)
          .with("kind", word(filter.kind()))
          .with("type", filter.type())
          .with("section", filter.section())
          .with("found", found(filter));
    }

    static @Nullable String found(PlannedChange.Filter filter) {
      if (filter.guard() != null) {
        return filter.guard().name().toLowerCase(Locale.ROOT);
      }
      return filter.withFindings() ? "yes" : null;
    }

    static @Nullable String word(PlannedChange.@Nullable Kind kind) {
      return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }
  }

  /// What went wrong with what was asked for.
  ///
  /// @param title what was not done, and why
  /// @param note what is wrong with the note to apply it, and to undo it
  record Problem(
      String title, List<Finding> rows, @Nullable String note, @Nullable String undoNote) {
    static final Problem NONE = new Problem("", List.of(), null, null);

    /// Why nothing was applied; nothing when there are no findings.
    static Problem of(List<Finding> findings) {
      if (findings.isEmpty()) {
        return NONE;
      }
      boolean moved = findings.stream().anyMatch(f -> f.code() == FindingCode.MOVED);
      return new Problem(
          moved
              ? "Nothing was applied: records have changed since the plan was made. Import the"
                  + " workbook again"
              : "Nothing was applied: rows are not ready",
          findings,
          null,
          null);
    }
  }

  ImportView of(ImportRun run, Shown shown, Problem problem) {
    return new ImportView(
        new ImportView.Run(run),
        findings(run.id(), shown),
        changes(run.id(), shown),
        filters(run, shown.filter()),
        ImportView.Annotated.of(workbooks.form(run)),
        run.source().recognised() == null
            ? null
            : ReadAs.of(run.source().choices(), run.source().recognised()),
        jobs.newest(run.id()).map(JobView::ended).orElse(List.of()),
        problem.rows().stream().map(FindingLine::of).toList(),
        problem.note(),
        problem.undoNote(),
        problem.title());
  }

  private ImportView.Filters filters(ImportRun run, PlannedChange.Filter filter) {
    long id = run.id();
    List<Choice> kinds = new ArrayList<>();
    kinds.add(new Choice("", "Any kind", filter.kind() == null));
    for (PlannedChange.Kind kind : PlannedChange.Kind.values()) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      kinds.add(new Choice(word, KindTag.of(kind).label(), kind == filter.kind()));
    }
    List<Choice> sections = new ArrayList<>();
    sections.add(new Choice("", "Any section", filter.section() == null));
    imports
        .sections(id)
        .forEach(
            head ->
                sections.add(
                    new Choice(
                        head.key().toString(),
                        head.name() + " " + head.title(),
                        head.key().equals(filter.section()))));
    boolean some = !filter.equals(PlannedChange.Filter.ALL);
    List<Choice> found =
        List.of(
            new Choice("", "All rows", Shown.found(filter) == null),
            new Choice("yes", "Only rows with findings", filter.withFindings()),
            guarded(filter, Guard.WITHDRAWAL, "Only rows that withdraw a record"),
            guarded(filter, Guard.LOWER_MARKING, "Only rows that lower a marking"),
            guarded(filter, Guard.REINSTATEMENT, "Only rows that bring back a withdrawn record"),
            guarded(
                filter,
                Guard.PASSED_REFERENCE,
                "Only rows with a reference that was another record’s"));
    boolean counted = some || run.problems().rowsWithErrors() > 0;
    int rows = counted ? imports.count(id, filter) : run.staged();
    return new ImportView.Filters(
        kinds, Choice.ofTypes(schema, filter.type()), sections, found, some, rows);
  }

  private static Choice guarded(PlannedChange.Filter filter, Guard guard, String label) {
    return new Choice(guard.name().toLowerCase(Locale.ROOT), label, filter.guard() == guard);
  }

  private ImportView.Part<FindingLine> findings(long id, Shown shown) {
    int after = shown.findings();
    List<Finding> read = imports.findings(id, after, AT_ONCE + 1);
    PageAddress next = shown.in(id).with("findings", after + AT_ONCE);
    return part(read, FindingLine::of, after, next + "#findings");
  }

  private ImportView.Part<ImportView.ChangeLine> changes(long id, Shown shown) {
    int after = shown.changes();
    List<PlannedChange> read = imports.changes(id, shown.filter(), after, AT_ONCE + 1);
    int last = read.size() > AT_ONCE ? read.get(AT_ONCE - 1).number() : 0;
    Map<Integer, List<PlannedChange.Edit>> edits = imports.edits(id, read);
    String next = shown.in(id).with("changes", last) + "#changes";
    return part(
        read,
        change -> changeLines.of(change, edits.getOrDefault(change.number(), List.of())),
        after,
        next);
  }

  private static <S, T> ImportView.Part<T> part(
      List<S> read, Function<S, T> line, int after, String next) {
    List<T> lines = read.stream().limit(AT_ONCE).map(line).toList();
    return new ImportView.Part<>(lines, after > 0, read.size() > AT_ONCE ? next : null);
  }
}
