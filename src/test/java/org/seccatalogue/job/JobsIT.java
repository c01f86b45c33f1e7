package org.seccatalogue.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.revision.writing.ChangeNote;

/// Jobs with a real database: what is seen of them, and what they leave.
@QuarkusTest
@NullUnmarked
class JobsIT {

  private static final ChangeNote NOTE = new ChangeNote("Ada", "To try");
  private static final int WAITERS = 4;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final AtomicLong SUBJECTS = new AtomicLong(System.nanoTime());

  @Inject Jobs jobs;
  @Inject JobWorkers workers;
  @Inject GatedWork work;
  @Inject DataSource source;

  @Test
  void progressIsSeenWhileTheTransactionOfTheWorkRuns() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate = gate(subject, () -> {});
    long id = submitted(subject);

    gate.reached().await();
    Job seen = jobs.find(id).orElseThrow();
    assertThat(seen.state()).isEqualTo(JobState.RUNNING);
    assertThat(seen.phase()).isEqualTo("Halfway");
    assertThat(List.of(seen.done(), seen.total())).containsExactly(5L, 10L);
    assertThat(seen.note()).isEqualTo(NOTE);
    assertThat(seen.endedAt()).isNull();
    assertThat(rows(subject)).isZero();
    assertThat(jobs.submit(GatedWork.KIND, subject, NOTE)).isEmpty();

    gate.open().countDown();
    assertThat(ended(id).state()).isEqualTo(JobState.DONE);
    assertThat(rows(subject)).isEqualTo(1);
    assertThat(work.abandoned()).doesNotContain(subject);
    assertThat(jobs.cancel(id, "Ada")).isFalse();
  }

  /// However many want to wait, there are threads left for what people begin.
  @Test
  void whoComesWhenManyWaitIsAnsweredAtOnce() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate = gate(subject, () -> {});
    long id = submitted(subject);
    gate.reached().await();

    List<CompletableFuture<Job>> all =
        IntStream.range(0, WAITERS + 3)
            .mapToObj(
                _ -> CompletableFuture.supplyAsync(() -> ended(id), Thread::startVirtualThread))
            .toList();
    CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new)).join();
    while (all.stream().filter(CompletableFuture::isDone).count() < 3) {
      Thread.onSpinWait();
    }
    assertThat(all.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
        .hasSize(3)
        .allMatch(job -> job.state() == JobState.RUNNING);
    gate.open().countDown();
    assertThat(all.stream().map(CompletableFuture::join).filter(job -> !job.isActive()))
        .hasSize(WAITERS);
  }

  /// Whoever writes how far a job is holds it for a moment, and so does the look whether it lives:
  /// a wish to end it waits for them.
  @Test
  void aJobThatIsHeldForAMomentIsCancelled() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate = gate(subject, () -> {});
    long id = submitted(subject);
    gate.reached().await();

    CompletableFuture<Boolean> cancelled;
    try (Connection other = source.getConnection();
        PreparedStatement held =
            other.prepareStatement("select from job where id = ? for update")) {
      other.setAutoCommit(false);
      held.setLong(1, id);
      held.executeQuery();
      cancelled =
          CompletableFuture.supplyAsync(() -> jobs.cancel(id, "Ada"), Thread::startVirtualThread);
      while (!cancelled.isDone() && !isSomebodyWaiting(other)) {
        Thread.onSpinWait();
      }
      other.rollback();
    }
    assertThat(cancelled.join()).isTrue();
    gate.open().countDown();
    assertThat(ended(id).state()).isEqualTo(JobState.CANCELLED);
  }

  private static boolean isSomebodyWaiting(Connection database) throws SQLException {
    try (PreparedStatement asked =
            database.prepareStatement("select from pg_locks where not granted");
        ResultSet rows = asked.executeQuery()) {
      return rows.next();
    }
  }

  @Test
  void aCancelledJobLeavesNothing() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate = gate(subject, () -> {});
    long id = submitted(subject);
    gate.reached().await();

    assertThat(jobs.cancel(id, "Grace")).isTrue();
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    gate.open().countDown();

    Job job = ended(id);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.cancelledBy()).isEqualTo("Grace");
    assertThat(rows(subject)).isZero();
    assertThat(work.abandoned()).contains(subject);
  }

  @Test
  void noMoreThanTwoAreDoneAtATimeAndOneThatWaitsIsCancelledAtOnce() throws Exception {
    List<Long> subjects = List.of(SUBJECTS.incrementAndGet(), SUBJECTS.incrementAndGet());
    List<GatedWork.Gate> gates = subjects.stream().map(s -> gate(s, () -> {})).toList();
    List<Long> ids = subjects.stream().map(this::submitted).toList();
    for (GatedWork.Gate gate : gates) {
      gate.reached().await();
    }
    long third = SUBJECTS.incrementAndGet();
    gate(third, () -> {});
    long waiting = submitted(third);

    assertThat(jobs.find(waiting).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    assertThat(jobs.cancel(waiting, "Grace")).isTrue();
    assertThat(jobs.find(waiting).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    assertThat(work.abandoned()).contains(third);

    gates.forEach(gate -> gate.open().countDown());
    assertThat(ids).extracting(id -> ended(id).state()).containsOnly(JobState.DONE);
  }

  @Test
  void whyWorkCannotBeDoneIsKeptWithItsPlaces() throws Exception {
    List<Finding> findings =
        List.of(
            Finding.error(FindingCode.MOVED, new Place.Cell("Meters", 2, 27), "ESM-0001", "x"),
            Finding.error(FindingCode.UNKNOWN_SHEET, new Place.Sheet("Meters"), null, "a name"),
            Finding.warning(FindingCode.BAD_VALUE, new Place.Pointer("/a/b"), "“q”", "y"),
            Finding.error(FindingCode.UNREADABLE_FILE, new Place.Parameter("file"), "z", "w"),
            Finding.error(FindingCode.INVALID_SCHEMA, new Place.InFile("f.json", ""), "z", "w"));
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate =
        gate(
            subject,
            () -> {
              throw new JobRefused(findings);
            });
    long id = submitted(subject);
    gate.open().countDown();

    Job job = ended(id);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.findings()).isEqualTo(findings);
    assertThat(rows(subject)).isZero();
    assertThat(work.abandoned()).contains(subject);
  }

  @Test
  void workThatBreaksFailsAndLeavesNothing() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate =
        gate(
            subject,
            () -> {
              throw new IllegalArgumentException("a mistake, as this test wants it");
            });
    long id = submitted(subject);
    gate.open().countDown();

    assertThat(ended(id).state()).isEqualTo(JobState.FAILED);
    assertThat(ended(id).findings()).isEmpty();
    assertThat(rows(subject)).isZero();
    assertThat(jobs.submit(GatedWork.KIND, subject, NOTE)).isPresent();
  }

  @Test
  void workThatHasNoRoomIsBrokenOffAndLeavesNothing() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate =
        gate(
            subject,
            () -> {
              throw new UncheckedIOException(new IOException("No space left on device"));
            });
    long id = submitted(subject);
    gate.open().countDown();

    assertThat(ended(id).state()).isEqualTo(JobState.DIED);
    assertThat(rows(subject)).isZero();
    assertThat(work.abandoned()).contains(subject);
  }

  @Test
  void aJobWhoseProcessIsGoneIsBuriedAndOneThatIsDoneIsNot() throws Exception {
    long alive = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate = gate(alive, () -> {});
    long running = submitted(alive);
    gate.reached().await();
    long subject = SUBJECTS.incrementAndGet();
    long orphan =
        number(
            "insert into job (kind, subject, state, asked_at, asked_by, started_at, node)"
                + " values ('gated', ?, 'RUNNING', now(), 'Ada', now(), '1@gone') returning id",
            subject);

    workers.failOrphanedJobs();

    assertThat(ended(orphan).state()).isEqualTo(JobState.DIED);
    assertThat(work.abandoned()).contains(subject).doesNotContain(alive);
    assertThat(jobs.find(running).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    gate.open().countDown();
    assertThat(ended(running).state()).isEqualTo(JobState.DONE);
  }

  @Test
  void aJobThatWasTakenForDeadCommitsNothing() throws Exception {
    long subject = SUBJECTS.incrementAndGet();
    GatedWork.Gate gate = gate(subject, () -> {});
    long id = submitted(subject);
    gate.reached().await();

    number("update job set state = 'DIED', ended_at = now() where id = ? returning id", id);
    gate.open().countDown();

    assertThat(jobs.await(id, LONG).map(Job::state)).isEqualTo(Optional.of(JobState.DIED));
    awaitFree(id);
    assertThat(rows(subject)).isZero();
  }

  /// Waits until the worker has given the lock of a job back.
  private void awaitFree(long id) throws SQLException {
    number("select pg_advisory_xact_lock('job'::regclass::oid::integer, ?::integer), 1", id);
  }

  private GatedWork.Gate gate(long subject, Runnable end) {
    GatedWork.Gate gate = GatedWork.Gate.endingWith(end);
    work.put(subject, gate);
    return gate;
  }

  private long submitted(long subject) {
    return jobs.submit(GatedWork.KIND, subject, NOTE).orElseThrow();
  }

  private Job ended(long id) {
    return jobs.await(id, LONG).orElseThrow();
  }

  private long rows(long subject) throws SQLException {
    return number("select count(*) from key_counter where prefix = 'gate-' || ?::text", subject);
  }

  private long number(String sql, long value) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, value);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getLong(row.getMetaData().getColumnCount());
      }
    }
  }
}
