package org.seccatalogue.page.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportJobs.Applying;
import org.seccatalogue.imports.ImportJobs.Reading;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.job.Job;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.jobs.JobPages;
import org.seccatalogue.page.mapping.MappingPages;
import org.seccatalogue.page.mapping.ReadingFields;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.suggestion.MappingDraft;
import org.seccatalogue.suggestion.MappingStart;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// Imports: a workbook is sent, its plan is shown, and then it is applied as a whole.
@Path("/imports")
@HtmlPage
@Blocking
class ImportPages {

  private static final int RECENT = 20;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Imports imports;
  private final ImportJobs jobs;
  private final Mappings mappings;
  private final ImportViews views;
  private final Samples samples;
  private final Authorship authorship;

  ImportPages(
      Imports imports,
      ImportJobs jobs,
      Mappings mappings,
      ImportViews views,
      Samples samples,
      Authorship authorship) {
    this.imports = imports;
    this.jobs = jobs;
    this.mappings = mappings;
    this.views = views;
    this.samples = samples;
    this.authorship = authorship;
  }

  /// The form and the imports so far.
  record Overview(
      List<Choice> profiles,
      List<ImportView.Run> recent,
      @Nullable String older,
      List<String> samples,
      ReadingFields reading,
      List<String> errors) {}

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance imports(Overview overview);

    static native TemplateInstance plan(ImportView view);
  }

  @GET
  public Response overview(@RestQuery @Nullable Long before) {
    return Html.ok(Templates.imports(overview(before, "", ReadingChoices.USUAL, List.of())));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response plan(
      @RestForm @Nullable FileUpload file,
      @RestForm @Nullable String profile,
      @RestForm @Nullable String action,
      MultipartFormDataInput form) {
    ReadingChoices choices = ReadingFields.read(name -> value(form, name));
    if (file == null || file.fileName().isBlank()) {
      return refused(profile, choices, List.of("Choose a workbook or CSV file."));
    }
    boolean asked = "map".equals(action);
    if (asked || Html.given(profile) == null) {
      return switch (mappings.start(file.fileName(), file.uploadedFile(), choices, asked)) {
        case MappingStart.ToMap(MappingDraft draft) -> Html.seeOther(MappingPages.address(draft));
        case MappingStart.Known() -> plan(file, profile, choices);
        case MappingStart.Unreadable(List<Finding> findings) ->
            refused(profile, choices, findings.stream().map(FindingLine::sentence).toList());
      };
    }
    return plan(file, profile, choices);
  }

  private static @Nullable String value(MultipartFormDataInput form, String name) {
    return form.getValues().getOrDefault(name, List.of()).stream()
        .findFirst()
        .map(FormValue::getValue)
        .orElse(null);
  }

  private Response plan(FileUpload file, @Nullable String profile, ReadingChoices choices) {
    return read(
        jobs.read(
            file.fileName(),
            file.uploadedFile(),
            Html.given(profile),
            choices,
            authorship.note(null)),
        profile,
        choices);
  }

  /// Reads the workbook of an import once more, in another way.
  @POST
  @Path("{id}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response again(long id, MultivaluedMap<String, String> fields) {
    ImportRun run = imports.find(id).orElseThrow(NotFoundException::new);
    ReadingChoices choices = ReadingFields.read(fields::getFirst);
    return jobs.readAgain(run, choices, authorship.note(null))
        .map(job -> read(job, run.source().profile(), choices))
        .orElseGet(
            () ->
                refused(
                    run.source().profile(),
                    choices,
                    List.of("That file is no longer kept. Choose it again.")));
  }

  private Response read(long job, @Nullable String profile, ReadingChoices choices) {
    return switch (jobs.reading(job, null)) {
      case Reading.Read(ImportRun run) -> toPlan(run);
      case Reading.UnderWay(ImportRun run, Job _) -> toPlan(run);
      case Reading.Stopped(ImportRun run, Job _) -> toPlan(run);
      case Reading.Unreadable(ImportRun _, List<Finding> findings) ->
          refused(profile, choices, findings.stream().map(FindingLine::sentence).toList());
    };
  }

  @GET
  @Path("{id}")
  public Response show(
      long id,
      @RestQuery @Nullable Integer findings,
      @RestQuery @Nullable Integer changes,
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable String type,
      @RestQuery @Nullable String section,
      @RestQuery @Nullable String found) {
    Optional<Job> job = jobs.newest(id);
    if (job.isPresent() && job.get().isActive()) {
      return Html.seeOther(JobPages.address(job.get()));
    }
    ImportRun run = imports.find(id).orElseThrow(NotFoundException::new);
    ImportViews.Shown shown =
        new ImportViews.Shown(
            findings == null ? 0 : findings,
            changes == null ? 0 : changes,
            PlanForm.filter(kind, type, section, found));
    return Html.ok(Templates.plan(views.of(run, shown, ImportViews.Problem.of(jobs.moved(run)))));
  }

  @POST
  @Path("{id}/apply")
  public Response apply(
      long id, @RestForm @Nullable String note, @RestForm @Nullable String editorial) {
    ImportRun planned = imports.find(id).orElseThrow(NotFoundException::new);
    if (Html.given(note) == null) {
      String error = "Enter what this import changes.";
      return page(422, planned, new ImportViews.Problem("", List.of(), error, null));
    }
    Optional<String> instead = NoteText.expectedInstead(Html.given(note));
    if (instead.isPresent()) {
      String error = "Enter a note of " + instead.get() + ".";
      return page(422, planned, new ImportViews.Problem("", List.of(), error, null));
    }
    return switch (jobs.apply(id, authorship.note(note), Html.given(editorial) != null, null)) {
      case Applying.Applied(ImportRun run) -> toPlan(run);
      case Applying.NotApplicable(ImportRun run) -> toPlan(run);
      case Applying.UnderWay(ImportRun run, Job _) -> toPlan(run);
      case Applying.Busy(ImportRun run, Job _) -> toPlan(run);
      case Applying.Stopped(ImportRun run, Job _) -> toPlan(run);
      case Applying.Undecided(ImportRun run, List<Finding> findings) ->
          page(409, run, ImportViews.Problem.of(findings));
      case Applying.Moved(ImportRun run, List<Finding> findings) ->
          page(409, run, ImportViews.Problem.of(findings));
      case Applying.NotFound _ -> throw new NotFoundException();
    };
  }

  /// A sample workbook.
  @GET
  @Path("samples/{name}")
  public Response sample(String name) {
    InputStream body = samples.open(name).orElseThrow(NotFoundException::new);
    return Response.ok(body, WORKBOOK).header("Content-Disposition", Html.attachment(name)).build();
  }

  private Response page(int status, ImportRun run, ImportViews.Problem problem) {
    return Html.with(status, Templates.plan(views.of(run, ImportViews.Shown.FIRST, problem)));
  }

  private Response refused(@Nullable String profile, ReadingChoices choices, List<String> errors) {
    String chosen = profile == null ? "" : profile;
    return Html.with(422, Templates.imports(overview(null, chosen, choices, errors)));
  }

  private Overview overview(
      @Nullable Long before, String chosen, ReadingChoices choices, List<String> errors) {
    List<Choice> profiles =
        imports.profiles().stream()
            .map(p -> new Choice(p.name(), p.label(), p.name().equals(chosen)))
            .toList();
    List<ImportRun> recent = imports.recent(before, RECENT + 1);
    return new Overview(
        profiles,
        recent.stream().limit(RECENT).map(ImportView.Run::new).toList(),
        recent.size() > RECENT ? "/imports?before=" + recent.get(RECENT - 1).id() : null,
        samples.all(),
        ReadingFields.of(choices, null),
        errors);
  }

  private static Response toPlan(ImportRun run) {
    return Html.seeOther(PageAddress.ofImport(run.id()));
  }
}
