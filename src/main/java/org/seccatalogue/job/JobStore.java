package org.seccatalogue.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.ChangeNote;

/// The table of jobs. Within a transaction its statements are part of it.
///
/// Whoever does a job holds an advisory lock of the database, named after the table and the job,
/// in a session of its own. The server gives it back when the session ends, however it ends: so a
/// job that is RUNNING and whose lock can be had is one whose process is gone.
@ApplicationScoped
class JobStore {

  private static final String COLUMNS =
      "id, kind, subject, state, phase, done, total, asked_by, note, asked_at, started_at,"
          + " ended_at, node, cancelled_by, findings::text";
  private static final String LOCK = "('job'::regclass::oid::integer, id::integer)";

  private final DataSource source;
  private final Clock clock;

  JobStore(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /// Adds a job; absent when one of that kind is waiting for or working on the subject.
  Optional<Long> add(String kind, long subject, ChangeNote note) {
    String sql =
        """
        insert into job (kind, subject, state, asked_at, asked_by, note)
        values (?, ?, 'QUEUED', ?, ?, ?)
        on conflict (kind, subject) where state in ('QUEUED', 'RUNNING') do nothing
        returning id
        """;
    return one(sql, row -> row.getLong(1), kind, subject, now(), note.author(), note.reason());
  }

  Optional<Job> find(long id) {
    return one("select " + COLUMNS + " from job where id = ?", JobStore::job, id);
  }

  /// The newest job of one of the kinds for a subject.
  Optional<Job> newest(List<String> kinds, long subject) {
    String sql =
        "select "
            + COLUMNS
            + " from job where kind = any (?) and subject = ? order by id desc limit 1";
    return one(sql, JobStore::job, kinds.toArray(new String[0]), subject);
  }

  /// Takes the job that has waited longest, and its lock, in one statement.
  ///
  /// @param session keeps the lock; is not in a transaction
  Optional<Job> claim(Connection session, String node) throws SQLException {
    String sql =
        "update job set state = 'RUNNING', started_at = ?, node = ? where id = ("
            + "select id from job where state = 'QUEUED' order by id limit 1"
            + " for update skip locked) returning "
            + COLUMNS
            + ", pg_try_advisory_lock"
            + LOCK;
    return first(session, sql, JobStore::job, now(), node);
  }

  void release(Connection session, long id) throws SQLException {
    String sql = "select pg_advisory_unlock" + LOCK + " from job where id = ?";
    first(session, sql, row -> row.getBoolean(1), id);
  }

  /// Writes how far a job is.
  ///
  /// @return whether it is to go on
  boolean progress(Connection session, long id, String phase, long done, long total)
      throws SQLException {
    String sql =
        "update job set phase = ?, done = ?, total = ? where id = ? and state = 'RUNNING'"
            + " returning cancelled_by is null";
    return first(session, sql, row -> row.getBoolean(1), phase, done, total, id).orElse(false);
  }

  /// Marks a running job as ended.
  ///
  /// @return whether it was running
  boolean end(long id, JobState state, List<Finding> findings) {
    String sql =
        "update job set state = ?, ended_at = ?, findings = ?::jsonb"
            + " where id = ? and state = 'RUNNING' returning true";
    return one(sql, row -> true, state.name(), now(), FindingJson.text(findings), id).isPresent();
  }

  /// Notes that a running job is to end.
  void stop(long id, String by) {
    one("update job set cancelled_by = ? where id = ? returning true", row -> true, by, id);
  }

  /// Ends a job that waits.
  void drop(long id, String by) {
    String sql =
        "update job set state = 'CANCELLED', cancelled_by = ?, ended_at = ? where id = ?"
            + " returning true";
    one(sql, row -> true, by, now(), id);
  }

  /// Holds an active job until the transaction ends; absent when it has ended or is ending now.
  Optional<Job> lock(long id) {
    String sql =
        "select "
            + COLUMNS
            + " from job where id = ? and state in ('QUEUED', 'RUNNING') for update skip locked";
    return one(sql, JobStore::job, id);
  }

  /// The jobs whose process is gone, held until the transaction ends.
  List<Job> dead() {
    String sql = "select " + COLUMNS + " from job where state = 'RUNNING' for update skip locked";
    return all(sql, JobStore::job).stream().filter(job -> isFree(job.id())).toList();
  }

  private boolean isFree(long id) {
    String sql = "select pg_try_advisory_xact_lock" + LOCK + " from job where id = ?";
    return one(sql, row -> row.getBoolean(1), id).orElse(false);
  }

  void removeEndedBefore(Instant moment) {
    String sql =
        "delete from job where id in (select id from job where ended_at < ?"
            + " for update skip locked) returning true";
    all(sql, row -> true, at(moment));
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// What is made of a row.
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
    return all(sql, reader, values).stream().findFirst();
  }

  private <T> List<T> all(String sql, Reader<T> reader, @Nullable Object... values) {
    try (Connection connection = source.getConnection()) {
      return all(connection, sql, reader, values);
    } catch (SQLException e) {
      throw new IllegalStateException("the table of jobs cannot be used", e);
    }
  }

  private static <T> Optional<T> first(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    return all(connection, sql, reader, values).stream().findFirst();
  }

  private static <T> List<T> all(
      Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> read = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          read.add(reader.read(rows));
        }
      }
      return read;
    }
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        JobState.valueOf(row.getString(4)),
        row.getString(5),
        row.getLong(6),
        row.getLong(7),
        new ChangeNote(row.getString(8), row.getString(9)),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        instant(row, 11),
        instant(row, 12),
        row.getString(13),
        row.getString(14),
        FindingJson.read(row.getString(15)));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
