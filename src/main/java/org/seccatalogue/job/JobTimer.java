package org.seccatalogue.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.sql.Outage;
import org.seccatalogue.sql.OutageLog;

/// What a node does from time to time.
@ApplicationScoped
class JobTimer {

  private static final Duration LONG_AGO = Duration.ofMinutes(10);

  private final JobWorkers workers;
  private final JobStore store;
  private final JobSettings settings;
  private final Event<Upkeep> upkeep;
  private final Clock clock;
  private volatile @Nullable Instant looked;

  JobTimer(
      JobWorkers workers, JobStore store, JobSettings settings, Event<Upkeep> upkeep, Clock clock) {
    this.workers = workers;
    this.store = store;
    this.settings = settings;
    this.upkeep = upkeep;
    this.clock = clock;
  }

  @Scheduled(
      every = "${catalogue.job.look-every:1S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    looked = clock.instant();
    try {
      workers.failOrphanedJobs();
      workers.wake();
    } catch (RuntimeException e) {
      OutageLog.tell(Outage.of(e).orElseThrow(() -> e), e);
    }
  }

  /// Whether it still looks for jobs, as it does from the first time on.
  boolean isLooking() {
    Instant last = looked;
    return last == null || last.isAfter(clock.instant().minus(LONG_AGO));
  }

  @Scheduled(every = "1H", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void keepUp() {
    upkeep.fire(new Upkeep(clock.instant()));
  }

  @Transactional
  void removeOldJobs(@Observes Upkeep moment) {
    store.removeEndedBefore(moment.now().minus(settings.kept()));
  }
}
