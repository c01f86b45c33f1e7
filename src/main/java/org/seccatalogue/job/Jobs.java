package org.seccatalogue.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.revision.writing.ChangeNote;

/// Long work that outlives the request which asks for it.
///
/// Who has such work writes a bean that is a `JobWork`, and submits jobs of its kind. A job waits
/// in the database until one of a few workers, on whichever node, takes it.
@ApplicationScoped
public class Jobs {

  private static final long LOOK_AGAIN = 100_000_000;

  private final JobStore store;
  private final JobWorkers workers;
  private final JobEnds ends;
  private final JobSettings settings;
  private final TransactionSynchronizationRegistry transaction;
  private final Semaphore places;

  Jobs(
      JobStore store,
      JobWorkers workers,
      JobEnds ends,
      JobSettings settings,
      TransactionSynchronizationRegistry transaction) {
    this.store = store;
    this.workers = workers;
    this.ends = ends;
    this.settings = settings;
    this.transaction = transaction;
    this.places = new Semaphore(settings.waiters());
  }

  /// Adds a job, which begins when the transaction of the caller has been committed.
  ///
  /// @param subject number of what it works on
  /// @return its number; absent when a job of that kind waits or works for the subject already
  @Transactional
  public Optional<Long> submit(String kind, long subject, ChangeNote note) {
    Optional<Long> id = store.add(kind, subject, note);
    transaction.registerInterposedSynchronization(new AfterCommit(workers));
    return id;
  }

  private record AfterCommit(JobWorkers workers) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      workers.wake();
    }
  }

  @Transactional
  public Optional<Job> find(long id) {
    return store.find(id);
  }

  /// The newest job of one of the kinds for a subject.
  @Transactional
  public Optional<Job> newest(List<String> kinds, long subject) {
    return store.newest(kinds, subject);
  }

  /// Waits until a job has ended. To wait is a wish: when many wait already, nobody else does, so
  /// that there are threads left for those who begin something.
  ///
  /// @param atMost how long, as far as the configuration allows; absent: as it says
  /// @return the job as it is then, perhaps still active
  public Optional<Job> await(long id, @Nullable Duration atMost) {
    if (!places.tryAcquire()) {
      return look(id);
    }
    try {
      return await(id, System.nanoTime() + patience(atMost).toNanos());
    } finally {
      places.release();
    }
  }

  private Optional<Job> await(long id, long end) {
    while (true) {
      Optional<Job> job = look(id);
      long left = end - System.nanoTime();
      if (left <= 0 || job.isEmpty() || !job.get().isActive()) {
        return job;
      }
      ends.await(Math.min(left, LOOK_AGAIN));
    }
  }

  private Optional<Job> look(long id) {
    return QuarkusTransaction.requiringNew().call(() -> store.find(id));
  }

  private Duration patience(@Nullable Duration atMost) {
    Duration wanted = atMost == null ? settings.patience() : atMost;
    return wanted.compareTo(settings.mostPatience()) < 0 ? wanted : settings.mostPatience();
  }

  /// Ends a job that waits, and asks one that is being done to end, which it does between two
  /// batches.
  ///
  /// @return whether it could be asked: false when it is not there, or has ended
  @Transactional
  public boolean cancel(long id, String by) {
    Optional<Job> active = store.lock(id);
    active.ifPresent(job -> cancel(job, by));
    return active.isPresent();
  }

  private void cancel(Job job, String by) {
    if (job.state() == JobState.QUEUED) {
      store.drop(job.id(), by);
      workers.abandon(job);
    } else {
      store.stop(job.id(), by);
    }
  }
}
