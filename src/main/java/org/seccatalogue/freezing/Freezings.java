package org.seccatalogue.freezing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.revision.writing.ChangeNote;

/// Freezing as jobs: they outlive the request that begins them, and can be left, found again and
/// cancelled.
@ApplicationScoped
public class Freezings {

  private static final int MOST_LISTED = 20;

  private final Baselines baselines;
  private final Published published;
  private final FreezingStore store;
  private final Jobs jobs;

  Freezings(Baselines baselines, Published published, FreezingStore store, Jobs jobs) {
    this.baselines = baselines;
    this.published = published;
    this.store = store;
    this.jobs = jobs;
  }

  /// Begins to freeze, and waits for it.
  ///
  /// @param atMost how long; absent: as long as the configuration says
  public FreezingOutcome freeze(FreezeRequest request, @Nullable Duration atMost) {
    List<Finding> findings = baselines.check(request);
    if (!findings.isEmpty()) {
      return new FreezingOutcome.Rejected(findings);
    }
    long job =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    jobs.submit(
                            FreezingWork.KIND,
                            store.add(request),
                            new ChangeNote(request.by(), request.note()))
                        .orElseThrow());
    return outcome(jobs.await(job, atMost).orElseThrow());
  }

  /// How far a job that freezes has come.
  public FreezingOutcome outcome(Job job) {
    return switch (job.state()) {
      case QUEUED, RUNNING -> new FreezingOutcome.UnderWay(job);
      case DONE -> new FreezingOutcome.Frozen(baseline(job).flatMap(published::find).orElseThrow());
      case FAILED -> failed(job);
      case CANCELLED, DIED -> new FreezingOutcome.Ended(job);
    };
  }

  private FreezingOutcome failed(Job job) {
    GateReport report = entry(job).flatMap(FreezingStore.Entry::stopped).orElse(null);
    if (report != null) {
      return new FreezingOutcome.Stopped(report.with(job.findings()));
    }
    return job.findings().isEmpty()
        ? new FreezingOutcome.Ended(job)
        : new FreezingOutcome.Rejected(job.findings());
  }

  /// Whether a job freezes.
  public static boolean isFreezing(Job job) {
    return job.kind().equals(FreezingWork.KIND);
  }

  /// What a job was asked to freeze.
  public Optional<FreezeRequest> request(Job job) {
    return entry(job).map(FreezingStore.Entry::request);
  }

  /// The id of the baseline of which a job is: the one that it has frozen, or whose files it
  /// writes.
  public Optional<String> baseline(Job job) {
    if (FilesWork.isFiles(job)) {
      return FilesWork.baseline(job, published).map(Baseline::id);
    }
    return isFreezing(job) ? entry(job).flatMap(FreezingStore.Entry::frozen) : Optional.empty();
  }

  private Optional<FreezingStore.Entry> entry(Job job) {
    return QuarkusTransaction.requiringNew().call(() -> store.find(job.subject()));
  }

  /// What is being frozen, newest first.
  public List<Job> underWay() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                store.last(MOST_LISTED).stream()
                    .flatMap(id -> jobs.newest(List.of(FreezingWork.KIND), id).stream())
                    .filter(Job::isActive)
                    .toList());
  }
}
