package org.seccatalogue.page.jobs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.seccatalogue.freezing.Freezings;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;

/// Long work while it is done. With script the page follows it; without, a link shows how far it
/// is. When it has ended the page leads on to what it worked on.
@Path("/jobs/{id}")
@HtmlPage
@Blocking
public class JobPages {

  private final Jobs jobs;
  private final Imports imports;
  private final Freezings freezings;
  private final Authorship authorship;

  JobPages(Jobs jobs, Imports imports, Freezings freezings, Authorship authorship) {
    this.freezings = freezings;
    this.jobs = jobs;
    this.imports = imports;
    this.authorship = authorship;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance job(JobView job);

    static native TemplateInstance job$progress(JobView job);
  }

  public static PageAddress address(Job job) {
    return new PageAddress("/jobs/" + job.id());
  }

  /// The page of what came of a job that has ended; absent when it has none.
  private Optional<PageAddress> outcome(Job job) {
    if (ImportJobs.isImport(job)) {
      return Optional.of(PageAddress.ofImport(job.subject()));
    }
    return job.state() == JobState.FAILED && Freezings.isFreezing(job)
        ? Optional.of(new PageAddress("/freeze?job=" + job.id()))
        : freezings.baseline(job).map(baseline -> new PageAddress("/baselines/" + baseline));
  }

  private JobView view(Job job) {
    if (ImportJobs.isImport(job)) {
      String title =
          imports.find(job.subject()).map(run -> run.source().fileName()).orElse("Import");
      return JobView.of(job, title, JobView.Area.IMPORT);
    }
    String title =
        freezings
            .request(job)
            .filter(_ -> Freezings.isFreezing(job))
            .map(request -> "Freezing " + request.name())
            .orElse("Files of " + job.note().reason());
    return JobView.of(job, title, JobView.Area.FREEZE);
  }

  private Job job(long id) {
    return jobs.find(id).orElseThrow(NotFoundException::new);
  }

  @GET
  public Response show(long id) {
    Job job = job(id);
    return outcome(job)
        .filter(_ -> !job.isActive())
        .map(Html::seeOther)
        .orElseGet(() -> Html.ok(Templates.job(view(job))));
  }

  /// The part of the page that follows the job.
  @GET
  @Path("progress")
  public Response progress(long id) {
    Job job = job(id);
    return job.isActive()
        ? Html.ok(Templates.job$progress(view(job)))
        : Response.noContent().header("HX-Redirect", address(job)).build();
  }

  @POST
  @Path("cancel")
  public Response cancel(long id) {
    jobs.cancel(id, authorship.note(null).author());
    return Html.seeOther(address(job(id)));
  }
}
