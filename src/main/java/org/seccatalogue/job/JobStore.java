package org.seccatalogue.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.sql.Command;
import org.seccatalogue.sql.Query;

/// The table of jobs. Within a transaction its statements are part of it.
///
/// Whoever does a job holds an advisory lock of the database, named after the table and the job,
/// in a session of its own. The server gives it back when the session ends, however it ends: so a
/// job that is RUNNING and whose lock can be had is one whose process is gone.
@ApplicationScoped
class JobStore {

  private static final String COLUMNS =
      """
      id, kind, subject, state, phase, done, total, asked_by as author, note as reason, asked_at,
      started_at, ended_at, node, cancelled_by, cast(findings as text) as findings
      """;
  private static final String LOCK = "('job'::regclass::oid::integer, id::integer)";

  private static final Query<Long> ADD =
      Query.of(
          Long.class,
          """
          insert into job (kind, subject, state, asked_at, asked_by, note)
          values (:kind, :subject, 'QUEUED', :at, :by, :note)
          on conflict (kind, subject) where state in ('QUEUED', 'RUNNING') do nothing
          returning id
          """);
  private static final Query<Row> FIND = job("select " + COLUMNS + " from job where id = :id");
  private static final Query<Row> NEWEST =
      job(
          "select "
              + COLUMNS
              + " from job where kind = any (:kinds) and subject = :subject"
              + " order by id desc limit 1");
  private static final Query<Row> CLAIM =
      job(
          "update job set state = 'RUNNING', started_at = :at, node = :node where id = ("
              + "select id from job where state = 'QUEUED' order by id limit 1"
              + " for update skip locked) returning "
              + COLUMNS
              + ", pg_try_advisory_lock"
              + LOCK);
  private static final Query<Boolean> RELEASE =
      Query.of(Boolean.class, "select pg_advisory_unlock" + LOCK + " from job where id = :id");
  private static final Query<Boolean> PROGRESS =
      Query.of(
          Boolean.class,
          "update job set phase = :phase, done = :done, total = :total"
              + " where id = :id and state = 'RUNNING' returning cancelled_by is null");
  private static final Query<Long> END =
      Query.of(
          Long.class,
          "update job set state = :state, ended_at = :at, findings = cast(:findings as jsonb)"
              + " where id = :id and state = 'RUNNING' returning id");
  private static final Command STOP =
      Command.of("update job set cancelled_by = :by where id = :id");
  private static final Command DROP =
      Command.of(
          "update job set state = 'CANCELLED', cancelled_by = :by, ended_at = :at where id = :id");
  private static final Query<Row> LOCK_ACTIVE =
      job(
          "select "
              + COLUMNS
              + " from job where id = :id and state in ('QUEUED', 'RUNNING')"
              + " for update");
  private static final Query<Row> RUNNING =
      job("select " + COLUMNS + " from job where state = 'RUNNING' for update skip locked");
  private static final Query<Boolean> TRY_LOCK =
      Query.of(
          Boolean.class, "select pg_try_advisory_xact_lock" + LOCK + " from job where id = :id");
  private static final Command REMOVE_ENDED =
      Command.of(
          "delete from job where id in (select id from job where ended_at < :moment"
              + " for update skip locked)");

  private final DataSource source;
  private final Clock clock;

  JobStore(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /// A row of the table. Findings are kept as JSON.
  private record Row(
      long id,
      String kind,
      long subject,
      JobState state,
      Job.Steps steps,
      ChangeNote note,
      Job.Course course,
      String findings) {
    Job job() {
      return new Job(id, kind, subject, state, steps, note, course, FindingJson.read(findings));
    }
  }

  private static Query<Row> job(String text) {
    return Query.of(Row.class, text);
  }

  /// Adds a job; absent when one of that kind is waiting for or working on the subject.
  Optional<Long> add(String kind, long subject, ChangeNote note) {
    return first(
        ADD.with("kind", kind)
            .with("subject", subject)
            .with("at", clock.instant())
            .with("by", note.author())
            .with("note", note.reason()));
  }

  Optional<Job> find(long id) {
    return first(FIND.with("id", id)).map(Row::job);
  }

  /// The newest job of one of the kinds for a subject.
  Optional<Job> newest(List<String> kinds, long subject) {
    return first(NEWEST.with("kinds", kinds).with("subject", subject)).map(Row::job);
  }

  /// Takes the job that has waited longest, and its lock, in one statement.
  ///
  /// @param session keeps the lock; is not in a transaction
  Optional<Job> claim(Connection session, String node) throws SQLException {
    return CLAIM.with("at", clock.instant()).with("node", node).first(session).map(Row::job);
  }

  void release(Connection session, long id) throws SQLException {
    RELEASE.with("id", id).first(session);
  }

  /// Writes how far a job is.
  ///
  /// @return whether it is to go on
  boolean progress(Connection session, long id, Job.Steps steps) throws SQLException {
    return PROGRESS
        .with("phase", steps.phase())
        .with("done", steps.done())
        .with("total", steps.total())
        .with("id", id)
        .first(session)
        .orElse(false);
  }

  /// Marks a running job as ended.
  ///
  /// @return whether it was running
  boolean end(long id, JobState state, List<Finding> findings) {
    return first(
            END.with("state", state)
                .with("at", clock.instant())
                .with("findings", FindingJson.text(findings))
                .with("id", id))
        .isPresent();
  }

  /// Notes that a running job is to end.
  void stop(long id, String by) {
    run(STOP.with("by", by).with("id", id));
  }

  /// Ends a job that waits.
  void drop(long id, String by) {
    run(DROP.with("by", by).with("at", clock.instant()).with("id", id));
  }

  /// Locks an active job until the transaction ends; absent when it has ended. Others hold it for
  /// moments, to write how far it is or to look whether its process lives, and are waited for.
  Optional<Job> lock(long id) {
    return first(LOCK_ACTIVE.with("id", id)).map(Row::job);
  }

  /// The jobs whose process is gone, held until the transaction ends.
  List<Job> dead() {
    return list(RUNNING).stream().map(Row::job).filter(job -> isFree(job.id())).toList();
  }

  private boolean isFree(long id) {
    return first(TRY_LOCK.with("id", id)).orElse(false);
  }

  void removeEndedBefore(Instant moment) {
    run(REMOVE_ENDED.with("moment", moment));
  }

  private <T> Optional<T> first(Query<T> query) {
    return list(query).stream().findFirst();
  }

  private <T> List<T> list(Query<T> query) {
    try (Connection connection = source.getConnection()) {
      return query.list(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the table of jobs cannot be used", e);
    }
  }

  private void run(Command command) {
    try (Connection connection = source.getConnection()) {
      command.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the table of jobs cannot be used", e);
    }
  }
}
