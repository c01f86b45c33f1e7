package org.seccatalogue.page.mapping;

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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportJobs.Reading;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.job.Job;
import org.seccatalogue.mapping.HeaderGuess;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.ProfileOutcome;
import org.seccatalogue.mapping.profile.SavedProfile;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.suggestion.MappingDraft;
import org.seccatalogue.suggestion.MappingPreview;
import org.seccatalogue.suggestion.MappingStart;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// The mapping of a workbook that no profile knows: its sheets, then the columns of each.
@Path("/imports/mappings/{id}")
@HtmlPage
@Blocking
public class MappingPages {

  private final Mappings mappings;
  private final ImportJobs jobs;
  private final MappingViews views;
  private final Authorship authorship;

  MappingPages(Mappings mappings, ImportJobs jobs, MappingViews views, Authorship authorship) {
    this.mappings = mappings;
    this.jobs = jobs;
    this.views = views;
    this.authorship = authorship;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance mapping(MappingView.Overview view);

    static native TemplateInstance mappingSheet(MappingView.Sheet view);
  }

  public static PageAddress address(MappingDraft draft) {
    return new PageAddress("/imports/mappings/" + draft.id());
  }

  private MappingDraft draft(String id) {
    return mappings.find(id).orElseThrow(NotFoundException::new);
  }

  @GET
  public Response overview(String id) {
    return Html.ok(Templates.mapping(views.overview(draft(id), null, List.of())));
  }

  /// Saves the mapping as a profile and plans the import with it.
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      String id,
      @RestForm @Nullable String label,
      @RestForm @Nullable Integer seen,
      @RestForm @Nullable String replace) {
    MappingDraft draft = draft(id);
    String called = Html.given(label);
    if (called == null) {
      return refused(draft, "", List.of("Enter a name for the profile."));
    }
    if (draft.profile().sheets().isEmpty()) {
      return refused(draft, called, List.of("Choose what at least one sheet contains."));
    }
    int version = replace == null || seen == null ? 0 : seen;
    String author = authorship.note(null).author();
    return switch (mappings.save(draft, called, version, author)) {
      case ProfileOutcome.Saved(SavedProfile profile) -> planned(draft, called, profile.name());
      case ProfileOutcome.Stale _, ProfileOutcome.NotFound _ ->
          refused(
              draft,
              called,
              List.of(
                  "There is already a profile with that name. Replace it, or enter another name."));
      case ProfileOutcome.OfFile _ ->
          refused(
              draft,
              called,
              List.of("That is the name of a profile supplied with the catalogue. Enter another."));
      case ProfileOutcome.Rejected(List<Finding> findings) ->
          refused(draft, called, findings.stream().map(FindingLine::sentence).toList());
      case ProfileOutcome.Removed _ -> throw new IllegalStateException("nothing was removed");
    };
  }

  /// Begins anew with the same file, read in another way.
  @POST
  @Path("again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response again(String id, MultivaluedMap<String, String> fields) {
    MappingDraft draft = draft(id);
    ReadingChoices asked = ReadingFields.read(fields::getFirst);
    return switch (mappings.again(draft, asked)) {
      case MappingStart.ToMap(MappingDraft anew) -> Html.seeOther(address(anew));
      case MappingStart.Unreadable(List<Finding> findings) ->
          Html.with(
              422,
              Templates.mapping(
                  views.unread(
                      draft, asked, findings.stream().map(FindingLine::sentence).toList())));
      case MappingStart.Known() -> throw new IllegalStateException("a mapping was asked for");
    };
  }

  private Response planned(MappingDraft draft, String label, String profile) {
    long job = mappings.read(draft, profile, authorship.note(null));
    return switch (jobs.reading(job, null)) {
      case Reading.Read(ImportRun run) -> toPlan(run);
      case Reading.UnderWay(ImportRun run, Job _) -> toPlan(run);
      case Reading.Stopped(ImportRun run, Job _) -> toPlan(run);
      case Reading.Unreadable(ImportRun _, List<Finding> findings) ->
          refused(draft, label, findings.stream().map(FindingLine::sentence).toList());
    };
  }

  private Response refused(MappingDraft draft, String label, List<String> errors) {
    return Html.with(422, Templates.mapping(views.overview(draft, label, errors)));
  }

  @GET
  @Path("sheets/{number}")
  public Response sheet(String id, int number) {
    MappingDraft draft = draft(id);
    String name = name(draft, number);
    return Html.ok(page(draft, name, number, sheetProfile(draft, name), List.of()));
  }

  @POST
  @Path("sheets/{number}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(String id, int number, MultivaluedMap<String, String> fields) {
    MappingDraft draft = draft(id);
    String name = name(draft, number);
    MappingForm form = new MappingForm(fields);
    if (form.action().equals("ignore")) {
      mappings.decide(draft, name, null);
      return Html.seeOther(address(draft));
    }
    Profile.SheetProfile before = sheetProfile(draft, name);
    HeaderGuess headers = form.headers();
    if (headers == null) {
      String error =
          "Enter the numbers of the header rows, for example 1 or 1, 2, and a first row of data"
              + " below them.";
      return Html.with(422, page(draft, name, number, before, List.of(error)));
    }
    mappings.decide(draft, name, decided(draft, name, form, headers, before));
    return Html.seeOther(
        form.action().equals("keep")
            ? address(draft)
            : new PageAddress(address(draft) + "/sheets/" + number + "#preview"));
  }

  /// What the form says; a new suggestion where it asks for another type or other headers.
  private Profile.SheetProfile decided(
      MappingDraft draft,
      String name,
      MappingForm form,
      HeaderGuess headers,
      Profile.SheetProfile before) {
    boolean other =
        !form.type().equals(before.type()) || !headers.headerRows().equals(before.headerRows());
    if (other || form.action().equals("suggest")) {
      return mappings.suggest(draft, name, form.type(), headers);
    }
    MappingPreview shown = mappings.preview(draft, name, before);
    return form.of(shown, headers);
  }

  private TemplateInstance page(
      MappingDraft draft,
      String name,
      int number,
      Profile.SheetProfile sheetProfile,
      List<String> errors) {
    MappingPreview preview = mappings.preview(draft, name, sheetProfile);
    return Templates.mappingSheet(views.sheet(draft, name, number, preview, errors));
  }

  private Profile.SheetProfile sheetProfile(MappingDraft draft, String sheet) {
    Optional<Profile.SheetProfile> sheetProfile = MappingViews.sheetProfile(draft, sheet);
    return sheetProfile.orElseGet(() -> mappings.suggest(draft, sheet, null, null));
  }

  private String name(MappingDraft draft, int number) {
    List<String> names = mappings.content(draft).sheets();
    if (number < 1 || number > names.size()) {
      throw new NotFoundException();
    }
    return names.get(number - 1);
  }

  private static Response toPlan(ImportRun run) {
    return Html.seeOther(PageAddress.ofImport(run.id()));
  }
}
