package org.seccatalogue.api.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.JobJson;
import org.seccatalogue.api.Moments;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.contract.Conflict;
import org.seccatalogue.api.contract.ImportDetail;
import org.seccatalogue.api.contract.ImportPage;
import org.seccatalogue.api.contract.ImportReading;
import org.seccatalogue.api.contract.ModelImport;
import org.seccatalogue.api.contract.PlannedChange;
import org.seccatalogue.api.contract.PlannedEdit;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.job.Job;
import org.seccatalogue.plan.rows.Guard;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;

/// Imports and what they hold, as the contract describes them.
final class ImportJson {

  private ImportJson() {}

  static ModelImport of(ImportRun run) {
    ModelImport body =
        new ModelImport()
            .id(run.id())
            .fileName(run.source().fileName())
            .profile(run.source().profile())
            .digest(run.source().digest())
            .state(ModelImport.StateEnum.valueOf(run.state().name()))
            .reading(reading(run.source()));
    counts(body, run.counts(), run.selection());
    body.leftOut(run.leftOut());
    problems(body, run.problems());
    course(body, run.course());
    return body;
  }

  /// An import with the job that is at it or was last.
  static ModelImport of(ImportRun run, @Nullable Job job) {
    return of(run).job(job == null ? null : JobJson.of(job));
  }

  private static void counts(
      ModelImport body, ImportRun.Counts counts, ImportRun.Selection selection) {
    body.rows(counts.rows())
        .created(counts.created())
        .changed(counts.changed())
        .same(counts.same())
        .conflicts(counts.conflicts())
        .missing(counts.missing())
        .undecided(selection.undecided())
        .guarded(selection.guarded())
        .withdrawn(selection.withdrawn());
  }

  private static void problems(ModelImport body, ImportRun.Problems problems) {
    body.errors(problems.errors()).warnings(problems.warnings());
    if (problems.errors() > 0) {
      body.rowsWithErrors(problems.rowsWithErrors()).separable(problems.separable());
    }
  }

  private static void course(ModelImport body, ImportRun.Course course) {
    body.startedAt(Moments.of(course.startedAt()))
        .startedBy(course.startedBy())
        .appliedAt(Moments.of(course.appliedAt()))
        .appliedBy(course.appliedBy())
        .note(course.note())
        .undoneAt(Moments.of(course.undoneAt()))
        .undoneBy(course.undoneBy())
        .undoNote(course.undoNote());
  }

  private static @Nullable ImportReading reading(ImportRun.Source source) {
    return source.recognised() == null ? null : reading(source.choices(), source.recognised());
  }

  static ImportReading reading(ReadingChoices choices, RecognisedFile file) {
    return new ImportReading()
        .format(ImportReading.FormatEnum.valueOf(file.format().name()))
        .encoding(file.encoding())
        .separator(text(file.separator()))
        .quote(text(file.quote()))
        .marked(file.marked())
        .hiddenSheets(choices.hiddenSheets())
        .hiddenRows(choices.hiddenRows())
        .hiddenColumns(choices.hiddenColumns());
  }

  private static @Nullable String text(@Nullable Object sign) {
    return sign == null ? null : sign.toString();
  }

  static ImportPage page(List<ImportRun> runs, int most) {
    return new ImportPage()
        .items(runs.stream().map(ImportJson::of).toList())
        .next(runs.size() == most ? runs.getLast().id() : null);
  }

  static ImportDetail detail(
      ModelImport body,
      List<org.seccatalogue.plan.rows.PlannedChange> changes,
      Map<Integer, List<org.seccatalogue.plan.rows.PlannedChange.Edit>> edits,
      List<Finding> findings) {
    return new ImportDetail()
        ._import(body)
        .changes(
            changes.stream().map(c -> of(c, edits.getOrDefault(c.number(), List.of()))).toList())
        .findings(findings.stream().map(PlainJson::finding).toList());
  }

  private static PlannedChange of(
      org.seccatalogue.plan.rows.PlannedChange change,
      List<org.seccatalogue.plan.rows.PlannedChange.Edit> edits) {
    return new PlannedChange()
        .number(change.number())
        .sheet(change.sheet())
        .row(change.row())
        .kind(PlannedChange.KindEnum.valueOf(change.kind().name()))
        .type(change.type())
        .key(text(change.key()))
        .title(change.title())
        .changed(change.changed())
        .chosen(change.chosen())
        .guards(change.effect().guards().stream().map(ImportJson::guard).toList())
        .fallsTo(change.effect().fallsTo())
        .makesRevision(change.effect().makesRevision())
        .edits(
            edits.stream()
                .map(e -> new PlannedEdit().field(e.field()).before(e.before()).after(e.after()))
                .toList())
        .conflicts(change.conflicts().stream().map(ImportJson::of).toList());
  }

  private static org.seccatalogue.api.contract.Guard guard(Guard guard) {
    return org.seccatalogue.api.contract.Guard.valueOf(guard.name());
  }

  private static Conflict of(org.seccatalogue.plan.rows.Conflict conflict) {
    return new Conflict()
        .field(conflict.field())
        .base(conflict.base())
        .theirs(conflict.theirs())
        .ours(conflict.ours())
        .choice(Conflict.ChoiceEnum.valueOf(conflict.choice().name()));
  }
}
