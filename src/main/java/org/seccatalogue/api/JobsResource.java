package org.seccatalogue.api;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.JobsApi;
import org.seccatalogue.freezing.Freezings;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.Jobs;

class JobsResource implements JobsApi {

  private final Jobs jobs;
  private final Freezings freezings;
  private final Author author;

  JobsResource(Jobs jobs, Freezings freezings, Author author) {
    this.jobs = jobs;
    this.freezings = freezings;
    this.author = author;
  }

  @Override
  public Response getJob(Long id, @Nullable String prefer) {
    Duration wait = WaitPreference.of(prefer);
    return jobs.await(id, wait == null ? Duration.ZERO : wait)
        .map(job -> Response.ok(json(job)).build())
        .orElseGet(JobsResource::noJob);
  }

  @Override
  public Response cancelJob(Long id) {
    boolean ends = jobs.cancel(id, author.note(null).author());
    return jobs.find(id)
        .map(
            job ->
                ends
                    ? Response.accepted(json(job)).build()
                    : Problems.conflict("The job has ended or is ending", List.of()))
        .orElseGet(JobsResource::noJob);
  }

  private org.seccatalogue.api.contract.Job json(Job job) {
    return freezings
        .baseline(job)
        .map(baseline -> JobJson.of(job, "/api/v1/baselines/" + baseline))
        .orElseGet(() -> JobJson.of(job));
  }

  private static Response noJob() {
    return Problems.notFound("job of that number");
  }
}
