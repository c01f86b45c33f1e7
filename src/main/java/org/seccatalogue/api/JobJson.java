package org.seccatalogue.api;

import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.Job;
import org.seccatalogue.imports.ImportJobs;

/// Jobs and what they found, as the contract describes them.
public final class JobJson {

  private JobJson() {}

  public static Job of(org.seccatalogue.job.Job job) {
    return of(job, ImportJobs.isImport(job) ? "/api/v1/imports/" + job.subject() : null);
  }

  /// A job as the API answers it.
  ///
  /// @param about address of what it works on
  public static Job of(org.seccatalogue.job.Job job, @Nullable String about) {
    return new Job()
        .id(job.id())
        .kind(job.kind())
        .about(about)
        .state(Job.StateEnum.valueOf(job.state().name()))
        .phase(job.phase())
        .done(Math.toIntExact(job.done()))
        .total(job.total() > 0 ? Math.toIntExact(job.total()) : null)
        .askedAt(Moments.of(job.askedAt()))
        .askedBy(job.note().author())
        .startedAt(Moments.of(job.startedAt()))
        .endedAt(Moments.of(job.endedAt()))
        .cancelledBy(job.cancelledBy())
        .findings(job.findings().stream().map(PlainJson::finding).toList());
  }
}
