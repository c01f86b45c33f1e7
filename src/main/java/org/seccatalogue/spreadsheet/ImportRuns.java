package org.seccatalogue.spreadsheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
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
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;

/// The tables of imports: what was read, what it would do, what became of it.
@ApplicationScoped
class ImportRuns {

  private static final String SELECT =
      """
      select i.id, i.file_name, i.profile, i.digest, i.state, i.rows, i.errors, i.warnings,
        coalesce(i.created, (select count(*) from import_change c
          where c.import_id = i.id and c.outcome = 'NEW')),
        coalesce(i.changed, (select count(*) from import_change c
          where c.import_id = i.id and c.outcome = 'CHANGED')),
        coalesce(i.same, (select count(*) from import_change c
          where c.import_id = i.id and c.outcome = 'SAME')),
        i.missing, i.started_at, i.started_by, i.applied_at, i.applied_by, i.note
      from import i
      """;

  private static final String MISSING =
      """
      from record r where r.stage <> :withdrawn
        and (r.type, r.parent) in (
          select distinct type, parent from import_change
          where import_id = :id and parent is not null)
        and not exists (select 1 from import_change c where c.import_id = :id and c.key = r.key)
      """;

  private final Session database;
  private final CatalogueSchema schema;
  private final Clock clock;

  ImportRuns(Session database, CatalogueSchema schema, Clock clock) {
    this.database = database;
    this.schema = schema;
    this.clock = clock;
  }

  long begin(String fileName, String profile, byte[] digest, ChangeNote note) {
    return database
        .createNativeQuery(
            "insert into import (file_name, profile, digest, state, started_at, started_by)"
                + " values (:file, :profile, :digest, 'READING', :at, :by) returning id",
            Long.class)
        .setParameter("file", fileName)
        .setParameter("profile", profile)
        .setParameter("digest", digest)
        .setParameter("at", clock.instant())
        .setParameter("by", note.author())
        .getSingleResult();
  }

  void end(long id, int rows, FindingLog log, String counters) {
    database
        .createNativeMutationQuery(
            "update import set state = :state, rows = :rows, errors = :errors,"
                + " warnings = :warnings, counters = cast(:counters as jsonb),"
                + " missing = (select count(*) "
                + MISSING
                + ") where id = :id")
        .setParameter("state", log.errors() == 0 ? "PLANNED" : "REFUSED")
        .setParameter("rows", rows)
        .setParameter("errors", log.errors())
        .setParameter("warnings", log.warnings())
        .setParameter("counters", counters)
        .setParameter("withdrawn", schema.workflow().withdrawn())
        .setParameter("id", id)
        .executeUpdate();
  }

  /// Notes the profile that a workbook is read with.
  void recognised(long id, String profile) {
    database
        .createNativeMutationQuery("update import set profile = :profile where id = :id")
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
        .getResultStream()
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
        number(row[8]),
        number(row[9]),
        number(row[10]),
        number(row[11]),
        number(row[6]),
        number(row[7]),
        (Instant) row[12],
        (String) row[13],
        (Instant) row[14],
        (String) row[15],
        (String) row[16]);
  }

  private static int number(Object value) {
    return ((java.lang.Number) value).intValue();
  }

  List<PlannedChange> changes(long id, PlannedChange.@Nullable Kind kind, int after, int limit) {
    return database
        .createNativeQuery(
            "select row_number, sheet, sheet_row, outcome, type, key, title, changed"
                + " from import_change where import_id = :id and row_number > :after"
                + (kind == null ? "" : " and outcome = '" + kind + "'")
                + " order by row_number limit :limit",
            Object[].class)
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(ImportRuns::change)
        .toList();
  }

  private static PlannedChange change(Object[] row) {
    return new PlannedChange(
        number(row[0]),
        (String) row[1],
        number(row[2]),
        PlannedChange.Kind.valueOf((String) row[3]),
        (String) row[4],
        row[5] == null ? null : RecordKey.of((String) row[5]),
        (String) row[6],
        texts(row[7]));
  }

  private static List<String> texts(Object array) {
    try {
      return List.of(array instanceof Array sql ? (String[]) sql.getArray() : (String[]) array);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
        .getResultStream()
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

  List<RecordKey> missing(long id, int limit) {
    return database
        .createNativeQuery(
            "select r.key " + MISSING + " order by r.path limit :limit", String.class)
        .setParameter("id", id)
        .setParameter("withdrawn", schema.workflow().withdrawn())
        .setParameter("limit", limit)
        .getResultStream()
        .map(RecordKey::of)
        .toList();
  }
}
