package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.job.Upkeep;
import org.seccatalogue.plan.Plans;
import org.seccatalogue.plan.rows.ImportFindings;
import org.seccatalogue.plan.rows.ImportRows;
import org.seccatalogue.plan.rows.RowCounts;
import org.seccatalogue.plan.rows.StagedJson;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.ReadingNotes;
import org.seccatalogue.workbook.RecognisedFile;

/// The table of imports: what was read, what it would do, what became of it. The rows of an import
/// are counted when they change, so that a list of imports never looks at rows.
@ApplicationScoped
class ImportRuns {

  /// More sections are not offered to choose from.
  private static final int MOST_SECTIONS = 200;

  private static final String SELECT =
      """
      select id, state, file_name, profile, encode(digest, 'hex') as digest,
        cast(choices as text) as choices, cast(recognised as text) as recognised,
        rows, created, changed, same, conflicts, missing, undecided, left_out, withdrawn, guarded,
        errors, warnings, rows_with_errors, separable,
        started_at, started_by, applied_at, applied_by, note, undone_at, undone_by, undo_note
      from import
      """;
  private static final Query<Row> FIND = Query.of(Row.class, SELECT + " where id = :id");
  private static final Query<Row> RECENT =
      Query.of(Row.class, SELECT + " where id < :before order by id desc limit :limit");

  private static final Query<Long> BEGIN =
      Query.of(
          Long.class,
          """
          insert into import (file_name, profile, digest, state, started_at, started_by, choices)
          values (:file, :profile, :digest, 'READING', :at, :by, cast(:choices as jsonb))
          returning id
          """);
  private static final Command RECOGNISED =
      Command.of(
          "update import set profile = :profile, recognised = cast(:file as jsonb) where id = :id");
  private static final Command END =
      Command.of(
          """
          update import set state = :state, rows = :rows, errors = :errors, warnings = :warnings,
            counters = cast(:counters as jsonb), sections = :sections
          where id = :id
          """);
  private static final Command COUNT =
      Command.of(
          """
          update import set created = :created, changed = :changed, same = :same,
            conflicts = :conflicts, missing = :missing, undecided = :undecided,
            left_out = :leftOut, withdrawn = :withdrawn, guarded = :guarded,
            rows_with_errors = :rowsWithErrors,
            separable = errors > 0 and errors = :errorsOfRows
          where id = :id
          """);
  private static final Command STOPPED =
      Command.of("update import set state = 'STOPPED' where id = :id and state = 'READING'");
  private static final Command PLANNED =
      Command.of("update import set state = 'PLANNED' where id = :id");
  private static final Command APPLIED =
      Command.of(
          """
          update import set state = 'APPLIED', applied_at = :at, applied_by = :by, note = :note
          where id = :id
          """);
  private static final Command UNDONE =
      Command.of(
          """
          update import set state = 'UNDONE', undone_at = :at, undone_by = :by, undo_note = :note
          where id = :id
          """);
  private static final Command EMPTIED =
      Command.of(
          """
          update import set emptied_at = :at, undecided = 0, rows_with_errors = 0,
            separable = false, state = case state when 'PLANNED' then 'EXPIRED' else state end
          where id = :id
          """);
  private static final Query<String> LOCK =
      Query.of(String.class, "select cast(counters as text) from import where id = :id for update");

  private static final Query<RecordKey> SECTIONS =
      Query.of(RecordKey.class, "select unnest(sections) from import where id = :id");

  private static final String OVER =
      " where greatest(started_at, applied_at) < :moment and not exists (select from job j where"
          + " j.subject = i.id and j.kind = any(:kinds) and j.state in ('QUEUED', 'RUNNING'))";
  private static final Query<Long> WITH_FILES =
      Query.of(
          Long.class,
          "select id from import i"
              + OVER
              + " and exists (select from import_file f where f.import_id = i.id)"
              + " order by id for update of i skip locked");
  private static final Query<Long> WITH_ROWS =
      Query.of(
          Long.class,
          "select id from import i"
              + OVER
              + " and emptied_at is null and state <> 'READING'"
              + " order by id for update of i skip locked");

  private final Session database;
  private final ImportRows rows;
  private final ImportFindings findings;
  private final Clock clock;

  ImportRuns(Session database, ImportRows rows, ImportFindings findings, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.findings = findings;
    this.clock = clock;
  }

  /// A row of the table. What is kept as JSON is still text.
  private record Row(
      long id,
      ImportState state,
      FileRow file,
      ImportRun.Counts counts,
      ImportRun.Selection selection,
      ImportRun.Problems problems,
      ImportRun.Course course) {
    ImportRun run() {
      return new ImportRun(id, state, file.source(), counts, selection, problems, course);
    }
  }

  private record FileRow(
      String fileName,
      String profile,
      String digest,
      @Nullable String choices,
      @Nullable String recognised) {
    ImportRun.Source source() {
      return new ImportRun.Source(
          fileName,
          profile,
          digest,
          ReadingNotes.choices(choices == null ? null : StagedJson.object(choices)),
          recognised == null ? null : ReadingNotes.recognised(StagedJson.object(recognised)));
    }
  }

  Optional<ImportRun> find(long id) {
    return FIND.with("id", id).first(database).map(Row::run);
  }

  List<ImportRun> recent(@Nullable Long before, int limit) {
    return RECENT
        .with("before", before == null ? Long.MAX_VALUE : before)
        .with("limit", limit)
        .list(database)
        .stream()
        .map(Row::run)
        .toList();
  }

  long begin(
      String fileName, String profile, byte[] digest, ReadingChoices choices, ChangeNote note) {
    return BEGIN
        .with("file", fileName)
        .with("profile", profile)
        .with("digest", digest)
        .with("at", clock.instant())
        .with("by", note.author())
        .with("choices", ReadingNotes.of(choices).toString())
        .only(database);
  }

  /// Notes what a file was found to be, and the profile that it is read with.
  void recognised(long id, RecognisedFile file, String profile) {
    RECOGNISED
        .with("profile", profile)
        .with("file", ReadingNotes.of(file).toString())
        .with("id", id)
        .run(database);
  }

  void end(long id, Plans.Plan plan, String counters) {
    END.with("state", plan.errors() == 0 ? ImportState.PLANNED : ImportState.REFUSED)
        .with("rows", plan.rows())
        .with("errors", plan.errors())
        .with("warnings", plan.warnings())
        .with("counters", counters)
        .with("sections", rows.sections(id, MOST_SECTIONS))
        .with("id", id)
        .run(database);
    count(id);
  }

  /// Counts the rows of an import as they are now.
  ///
  /// @return the import with these counts
  ImportRun count(long id) {
    RowCounts counts = rows.counts(id);
    ImportFindings.OfRows errors = findings.errorsOfRows(id);
    COUNT
        .with("created", counts.created())
        .with("changed", counts.changed())
        .with("same", counts.same())
        .with("conflicts", counts.conflicts())
        .with("missing", counts.missing())
        .with("undecided", counts.chosen().undecided())
        .with("leftOut", counts.chosen().leftOut())
        .with("withdrawn", counts.chosen().withdrawn())
        .with("guarded", counts.chosen().guarded())
        .with("rowsWithErrors", errors.rows())
        .with("errorsOfRows", errors.errors())
        .with("id", id)
        .run(database);
    return find(id).orElseThrow();
  }

  /// Keys of the first sections below which the rows of an import stand, as they were when it was
  /// planned, in the order of the outline.
  List<RecordKey> sections(long id) {
    return SECTIONS.with("id", id).list(database);
  }

  /// Notes that a workbook was not read to its end.
  void stopped(long id) {
    STOPPED.with("id", id).run(database);
  }

  /// Notes that what is left of a refused import is a plan.
  void planned(long id) {
    PLANNED.with("id", id).run(database);
  }

  void applied(long id, ChangeNote note) {
    APPLIED
        .with("at", clock.instant())
        .with("by", note.author())
        .with("note", note.reason() == null ? "" : note.reason())
        .with("id", id)
        .run(database);
    count(id);
  }

  void undone(long id, ChangeNote note) {
    UNDONE
        .with("at", clock.instant())
        .with("by", note.author())
        .with("note", note.reason() == null ? "" : note.reason())
        .with("id", id)
        .run(database);
  }

  /// Notes that the rows and findings of an import are no longer kept. Its counts stay.
  void emptied(long id, Upkeep moment) {
    EMPTIED.with("at", moment.now()).with("id", id).run(database);
  }

  /// Locks an import until the transaction ends, and gives its counters.
  Optional<String> hold(long id) {
    return LOCK.with("id", id).first(database);
  }

  /// Locks the imports of which the files were kept long enough, and that no job is at.
  List<Long> withFilesFor(Duration kept, Upkeep moment) {
    return over(WITH_FILES, kept, moment);
  }

  /// The same of their rows and findings.
  List<Long> withRowsFor(Duration kept, Upkeep moment) {
    return over(WITH_ROWS, kept, moment);
  }

  private List<Long> over(Query<Long> query, Duration kept, Upkeep moment) {
    return query
        .with("moment", moment.now().minus(kept))
        .with("kinds", List.of(ReadingWork.KIND, ApplyingWork.KIND))
        .list(database);
  }
}
