package org.seccatalogue.job;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Application;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.revision.writing.Refusal;
import org.seccatalogue.sql.Outage;
import org.seccatalogue.sql.OutageLog;

/// Does the jobs that wait, a few at a time, each on a thread of its own.
@ApplicationScoped
class JobWorkers {

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final String NODE = ManagementFactory.getRuntimeMXBean().getName();

  private final JobStore store;
  private final DataSource source;
  private final JobEnds ends;
  private final Map<String, JobWork> works;
  private final Semaphore free;

  JobWorkers(
      JobStore store,
      DataSource source,
      JobEnds ends,
      @All List<JobWork> works,
      JobSettings settings) {
    this.store = store;
    this.source = source;
    this.ends = ends;
    this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
    this.free = new Semaphore(settings.workers());
  }

  /// Lets a worker look for jobs, unless all are at work. None does while the application starts:
  /// its keys may still move, and what is loaded then goes first.
  void wake() {
    if (isStarted() && free.tryAcquire()) {
      Thread.ofPlatform().name("Job worker").daemon().start(this::work);
    }
  }

  private static boolean isStarted() {
    Application application = Application.currentApplication();
    return application != null && application.isStarted();
  }

  private void work() {
    try {
      boolean again = true;
      while (again) {
        again = next();
      }
    } catch (SQLException | RuntimeException e) {
      Outage.of(e)
          .ifPresentOrElse(
              outage -> OutageLog.tell(outage, e), () -> Log.error("No job can be taken", e));
    } finally {
      free.release();
    }
  }

  /// Does one job; tells whether there was one.
  private boolean next() throws SQLException {
    try (Connection session = source.getConnection()) {
      Optional<Job> job = store.claim(session, NODE);
      if (job.isEmpty()) {
        return false;
      }
      wake();
      try {
        run(job.get(), session);
      } finally {
        store.release(session, job.get().id());
      }
      return true;
    }
  }

  private void run(Job job, Connection session) {
    @Nullable JobWork work = works.get(job.kind());
    try {
      if (work == null) {
        throw new IllegalStateException("nobody does jobs of the kind " + job.kind());
      }
      run(job, work, new WrittenProgress(store, session, job.id()));
    } catch (JobStopped e) {
      end(job, JobState.CANCELLED, List.of());
    } catch (JobRefused e) {
      end(job, JobState.FAILED, e.findings());
    } catch (RuntimeException | Error e) {
      broken(job, e);
    }
    ends.tell();
  }

  /// Whatever is away for a while leaves a job as a process does that is gone.
  private void broken(Job job, Throwable failure) {
    Optional<Outage> outage = Outage.of(failure);
    if (outage.isPresent()) {
      OutageLog.tell(outage.get(), failure);
      end(job, JobState.DIED, List.of());
      return;
    }
    Optional<Finding> refusal = Refusal.of(failure);
    if (refusal.isEmpty()) {
      Log.errorf(failure, "Job %d (%s %d) failed", job.id(), job.kind(), job.subject());
    }
    end(job, JobState.FAILED, refusal.stream().toList());
  }

  /// What the work wrote and that it is done are committed together.
  private void run(Job job, JobWork work, Progress progress) {
    QuarkusTransaction.requiringNew()
        .timeout((int) LONGEST.toSeconds())
        .run(
            () -> {
              work.run(job, progress);
              if (!store.end(job.id(), JobState.DONE, List.of())) {
                throw new JobStopped();
              }
            });
  }

  private void end(Job job, JobState state, List<Finding> findings) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (store.end(job.id(), state, findings)) {
                abandon(job);
              }
            });
  }

  /// Lets the kind of a job tidy up in the transaction that ends it.
  void abandon(Job job) {
    @Nullable JobWork work = works.get(job.kind());
    if (work != null) {
      work.abandon(job);
    }
  }

  /// Marks the jobs whose process is gone.
  void failOrphanedJobs() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (Job job : store.dead()) {
                Log.warnf("Job %d (%s) died with %s", job.id(), job.kind(), job.node());
                store.end(job.id(), JobState.DIED, List.of());
                abandon(job);
              }
            });
  }
}
