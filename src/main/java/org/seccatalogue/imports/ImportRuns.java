package org.seccatalogue.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.finding.Severity;
import org.seccatalogue.plan.FindingLog;
import org.seccatalogue.plan.StagedJson;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.ReadingNotes;
import org.seccatalogue.workbook.RecognisedFile;

/// The tables of imports: what was read, what it would do, what became of it.
@ApplicationScoped
class ImportRuns {

  private static final String SELECT =
      """
      select i.id, i.file_name, i.profile, i.digest, i.state, i.rows,
        coalesce(i.created, c.created), coalesce(i.changed, c.changed),
        coalesce(i.same, c.same), coalesce(i.conflicts, c.conflicts), c.undecided,
        coalesce(i.left_out, c.left_out), i.missing, coalesce(i.withdrawn, c.withdrawn),
        i.errors, i.warnings,
        i.started_at, i.started_by, i.applied_at, i.applied_by, i.note,
        i.undone_at, i.undone_by, i.undo_note,
        f.faulty, f.of_rows = i.errors and i.errors > 0,
        cast(i.choices as text), cast(i.recognised as text)
      from import i cross join lateral (
        select count(distinct (f.sheet, f.sheet_row)) filter (where %1$s) as faulty,
          count(*) filter (where %1$s) as of_rows
        from import_finding f where f.import_id = i.id and f.severity = 'ERROR') f
      cross join lateral (
        select count(*) filter (where outcome = 'NEW') as created,
          count(*) filter (where outcome = 'CHANGED') as changed,
          count(*) filter (where outcome = 'SAME') as same,
          count(*) filter (where outcome = 'CONFLICT') as conflicts,
          count(*) filter (where outcome = 'CONFLICT' and chosen and exists (
            select 1 from import_conflict u where u.import_id = c.import_id
              and u.row_number = c.row_number and u.choice = 'UNDECIDED')) as undecided,
          count(*) filter (
            where outcome in ('NEW', 'CHANGED', 'CONFLICT') and not chosen) as left_out,
          count(*) filter (where outcome = 'MISSING' and chosen) as withdrawn
        from import_change c where c.import_id = i.id) c
      """
          .formatted(RowsWithErrors.OF_A_ROW);

  private final Session database;
  private final Clock clock;

  ImportRuns(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  long begin(
      String fileName, String profile, byte[] digest, ReadingChoices choices, ChangeNote note) {
    return database
        .createNativeQuery(
            "insert into import (file_name, profile, digest, state, started_at, started_by, choices)"
                + " values (:file, :profile, :digest, 'READING', :at, :by,"
                + " cast(:choices as jsonb)) returning id",
            Long.class)
        .setParameter("choices", ReadingNotes.of(choices).toString())
        .setParameter("file", fileName)
        .setParameter("profile", profile)
        .setParameter("digest", digest)
        .setParameter("at", clock.instant())
        .setParameter("by", note.author())
        .getSingleResult();
  }

  void end(long id, int rows, int missing, FindingLog log, String counters) {
    database
        .createNativeMutationQuery(
            "update import set state = :state, rows = :rows, errors = :errors,"
                + " warnings = :warnings, counters = cast(:counters as jsonb),"
                + " missing = :missing where id = :id")
        .setParameter("state", log.errors() == 0 ? "PLANNED" : "REFUSED")
        .setParameter("rows", rows)
        .setParameter("errors", log.errors())
        .setParameter("warnings", log.warnings())
        .setParameter("counters", counters)
        .setParameter("missing", missing)
        .setParameter("id", id)
        .executeUpdate();
  }

  /// Notes what a file was found to be, and the profile that it is read with.
  void recognised(long id, RecognisedFile file, String profile) {
    database
        .createNativeMutationQuery(
            "update import set profile = :profile, recognised = cast(:file as jsonb)"
                + " where id = :id")
        .setParameter("file", ReadingNotes.of(file).toString())
        .setParameter("profile", profile)
        .setParameter("id", id)
        .executeUpdate();
  }

  /// Notes that a workbook was not read to its end.
  void stopped(long id) {
    database
        .createNativeMutationQuery(
            "update import set state = 'STOPPED' where id = :id and state = 'READING'")
        .setParameter("id", id)
        .executeUpdate();
  }

  void applied(long id, ChangeNote note) {
    database
        .createNativeMutationQuery(
            "update import set state = 'APPLIED', applied_at = :at, applied_by = :by,"
                + " note = :note where id = :id")
        .setParameter("at", clock.instant())
        .setParameter("by", note.author())
        .setParameter("note", note.reason() == null ? "" : note.reason())
        .setParameter("id", id)
        .executeUpdate();
  }

  void undone(long id, ChangeNote note) {
    database
        .createNativeMutationQuery(
            "update import set state = 'UNDONE', undone_at = :at, undone_by = :by,"
                + " undo_note = :note where id = :id")
        .setParameter("at", clock.instant())
        .setParameter("by", note.author())
        .setParameter("note", note.reason() == null ? "" : note.reason())
        .setParameter("id", id)
        .executeUpdate();
  }

  /// Holds an import until the transaction ends, and gives its counters.
  Optional<String> hold(long id) {
    return database
        .createNativeQuery(
            "select cast(counters as text) from import where id = :id for update", String.class)
        .setParameter("id", id)
        .uniqueResultOptional();
  }

  Optional<ImportRun> find(long id) {
    return database
        .createNativeQuery(SELECT + " where i.id = :id", Object[].class)
        .setParameter("id", id)
        .uniqueResultOptional()
        .map(ImportRuns::run);
  }

  List<ImportRun> recent(@Nullable Long before, int limit) {
    return database
        .createNativeQuery(
            SELECT + " where i.id < :before order by i.id desc limit :limit", Object[].class)
        .setParameter("before", before == null ? Long.MAX_VALUE : before)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(ImportRuns::run)
        .toList();
  }

  private static ImportRun run(Object[] row) {
    return new ImportRun(
        (Long) row[0],
        (String) row[1],
        (String) row[2],
        HexFormat.of().formatHex((byte[]) row[3]),
        ImportState.valueOf((String) row[4]),
        number(row[5]),
        number(row[6]),
        number(row[7]),
        number(row[8]),
        number(row[9]),
        number(row[10]),
        number(row[11]),
        number(row[12]),
        number(row[13]),
        number(row[14]),
        number(row[15]),
        (Instant) row[16],
        (String) row[17],
        (Instant) row[18],
        (String) row[19],
        (String) row[20],
        (Instant) row[21],
        (String) row[22],
        (String) row[23],
        number(row[24]),
        (Boolean) row[25],
        ReadingNotes.choices(row[26] == null ? null : StagedJson.object((String) row[26])),
        row[27] == null ? null : ReadingNotes.recognised(StagedJson.object((String) row[27])));
  }

  private static int number(Object value) {
    return ((java.lang.Number) value).intValue();
  }

  /// Errors that are not of a row, in the order in which they were found.
  List<Finding> errorsOfNoRow(long id, int limit) {
    return database
        .createNativeQuery(
            "select severity, code, sheet, sheet_row, sheet_column, found, expected"
                + " from import_finding f where import_id = :id and severity = 'ERROR' and not "
                + RowsWithErrors.OF_A_ROW
                + " order by number limit :limit",
            Object[].class)
        .setParameter("id", id)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(ImportRuns::finding)
        .toList();
  }

  List<Finding> findings(long id, int after, int limit) {
    return database
        .createNativeQuery(
            "select severity, code, sheet, sheet_row, sheet_column, found, expected"
                + " from import_finding where import_id = :id and number > :after"
                + " order by number limit :limit",
            Object[].class)
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(ImportRuns::finding)
        .toList();
  }

  private static Finding finding(Object[] row) {
    return new Finding(
        Severity.valueOf((String) row[0]),
        FindingCode.valueOf((String) row[1]),
        row[3] == null
            ? new Place.Sheet((String) row[2])
            : new Place.Cell((String) row[2], number(row[3]), number(row[4])),
        (String) row[5],
        (String) row[6]);
  }
}
