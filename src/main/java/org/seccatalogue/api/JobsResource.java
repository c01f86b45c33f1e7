package org.seccatalogue.api;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.JobsApi;
import org.seccatalogue.job.Jobs;

class JobsResource implements JobsApi {

  private final Jobs jobs;
  private final Author author;

  JobsResource(Jobs jobs, Author author) {
    this.jobs = jobs;
    this.author = author;
  }

  @Override
  public Response getJob(Long id, @Nullable String prefer) {
    Duration wait = WaitPreference.of(prefer);
    return jobs.await(id, wait == null ? Duration.ZERO : wait)
        .map(job -> Response.ok(Json.job(job)).build())
        .orElseGet(JobsResource::noJob);
  }

  @Override
  public Response cancelJob(Long id) {
    boolean ends = jobs.cancel(id, author.note(null).author());
    return jobs.find(id)
        .map(
            job ->
                ends
                    ? Response.accepted(Json.job(job)).build()
                    : Problems.conflict("The job has ended or is ending", List.of()))
        .orElseGet(JobsResource::noJob);
  }

  private static Response noJob() {
    return Problems.notFound("job of that number");
  }
}
