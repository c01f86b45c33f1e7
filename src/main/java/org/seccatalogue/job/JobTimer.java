package org.seccatalogue.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// What a node does from time to time.
@ApplicationScoped
class JobTimer {

  private final JobWorkers workers;
  private final JobStore store;
  private final JobSettings settings;
  private final Event<Upkeep> upkeep;
  private final Clock clock;

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
    workers.failOrphanedJobs();
    workers.wake();
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
