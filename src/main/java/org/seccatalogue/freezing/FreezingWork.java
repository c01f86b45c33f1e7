package org.seccatalogue.freezing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.FreezeOutcome;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.job.JobWork;
import org.seccatalogue.job.Progress;

/// Freezes what was asked for. The baseline is there when the job is done, and not before.
@ApplicationScoped
class FreezingWork implements JobWork {

  static final String KIND = "freeze";

  private final FreezingStore store;
  private final Baselines baselines;

  FreezingWork(FreezingStore store, Baselines baselines) {
    this.store = store;
    this.baselines = baselines;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, Progress progress) {
    FreezingStore.Entry asked = store.find(job.subject()).orElseThrow();
    switch (baselines.freeze(asked.request(), progress)) {
      case FreezeOutcome.Frozen(Baseline baseline) -> store.frozen(job.subject(), baseline.id());
      case FreezeOutcome.Stopped(GateReport report) -> {
        QuarkusTransaction.requiringNew().run(() -> store.stopped(job.subject(), report));
        throw new JobRefused(report.findings());
      }
      case FreezeOutcome.Rejected(List<Finding> findings) -> throw new JobRefused(findings);
    }
  }
}
