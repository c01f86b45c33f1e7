package org.seccatalogue.page.freezing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.GateOutcome;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.baseline.freezing.GoingOut;
import org.seccatalogue.baseline.freezing.Projections;
import org.seccatalogue.baseline.publication.MarkOutcome;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.freezing.FreezingOutcome;
import org.seccatalogue.freezing.Freezings;
import org.seccatalogue.freezing.Publisher;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.jobs.JobPages;
import org.seccatalogue.page.jobs.JobView;

/// Freezing the draft into a baseline, and saying later what became of it.
@Path("/freeze")
@HtmlPage
@Blocking
class FreezePages {

  private static final String CHOSEN_ANEW =
      "What is to be published was chosen anew since you looked. Nothing was published. See what"
          + " goes out now, and freeze it if it is what you want.";

  private final Baselines baselines;
  private final Freezings freezings;
  private final Jobs jobs;
  private final Published published;
  private final FreezeViews views;
  private final Publisher publisher;
  private final Projections projections;

  FreezePages(
      Baselines baselines,
      Freezings freezings,
      Jobs jobs,
      Published published,
      FreezeViews views,
      Publisher publisher,
      Projections projections) {
    this.baselines = baselines;
    this.freezings = freezings;
    this.jobs = jobs;
    this.published = published;
    this.views = views;
    this.publisher = publisher;
    this.projections = projections;
  }

  /// A baseline that is to be superseded or withdrawn.
  record Marking(
      String id,
      String name,
      boolean superseded,
      List<Choice> successors,
      Typed typed,
      List<String> errors) {

    /// What the form holds.
    record Typed(String act, String reason, String successor, String by) {}
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance freeze(FreezeView view);

    static native TemplateInstance mark(Marking marking);
  }

  /// The form, empty or with what a job was asked for.
  ///
  /// @param number of a job that could not freeze, to be shown with what stands against it
  @GET
  public Response form(@RestQuery("job") @Nullable Long number) {
    return number == null
        ? shown(200, new FreezeForm(new MultivaluedHashMap<>()), List.of(), null)
        : jobs.find(number)
            .filter(Freezings::isFreezing)
            .map(this::ended)
            .orElseThrow(NotFoundException::new);
  }

  private Response ended(Job job) {
    FreezeForm form = FreezeForm.of(freezings.request(job).orElseThrow(NotFoundException::new));
    return answer(form, freezings.outcome(job), 200);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response freeze(MultivaluedMap<String, String> fields) {
    FreezeForm form = new FreezeForm(fields);
    List<Finding> findings = new ArrayList<>(form.findings());
    if (form.freezes()) {
      findings.addAll(publisher.findings(form.text("by")));
    }
    if (!findings.isEmpty()) {
      return rejected(form, findings);
    }
    if (form.isChosenAnew()) {
      return look(form, 409, List.of(new FormErrors.Entry("#report", CHOSEN_ANEW)));
    }
    return form.freezes()
        ? answer(form, freezings.freeze(form.request(by(form).orElseThrow()), null), 409)
        : look(form, 200, List.of());
  }

  private Optional<String> by(FreezeForm form) {
    return publisher.named(form.text("by"));
  }

  /// Looks what stands against it and what goes out; nobody needs to give a name for that.
  private Response look(FreezeForm form, int status, List<FormErrors.Entry> errors) {
    return switch (baselines.gate(form.request(by(form).orElse("")))) {
      case GateOutcome.Reported(GateReport report) -> shown(status, form, errors, report);
      case GateOutcome.Rejected(List<Finding> wrong) -> rejected(form, wrong);
    };
  }

  /// @param stopped status of the page with what stands against it
  private Response answer(FreezeForm form, FreezingOutcome outcome, int stopped) {
    return switch (outcome) {
      case FreezingOutcome.Frozen(Baseline baseline) ->
          Html.seeOther(new PageAddress("/baselines/" + baseline.id()));
      case FreezingOutcome.Stopped(GateReport report) -> shown(stopped, form, List.of(), report);
      case FreezingOutcome.Rejected(List<Finding> wrong) -> rejected(form, wrong);
      case FreezingOutcome.UnderWay(Job job) -> Html.seeOther(JobPages.address(job));
      case FreezingOutcome.Ended(Job job) ->
          shown(
              stopped,
              form,
              List.of(new FormErrors.Entry(null, String.join(" ", JobView.ended(job)))),
              null);
    };
  }

  /// @param report absent until somebody has looked
  private Response shown(
      int status, FreezeForm form, List<FormErrors.Entry> errors, @Nullable GateReport report) {
    List<GoingOut> types = projections.goingOut(form.disclosure());
    return Html.with(status, Templates.freeze(views.of(form, types, errors, report)));
  }

  private Response rejected(FreezeForm form, List<Finding> findings) {
    List<FormErrors.Entry> errors =
        findings.stream()
            .map(f -> new FormErrors.Entry(href(f.place().text()), FormErrors.message(f)))
            .toList();
    return shown(422, form, errors, null);
  }

  private static @Nullable String href(String pointer) {
    return switch (pointer) {
      case "/name" -> "#name";
      case "/dated" -> "#dated";
      case "/by" -> "#by";
      default -> null;
    };
  }

  @GET
  @Path("{baseline}")
  public Response askToMark(String baseline) {
    Marking.Typed nothing = new Marking.Typed("", "", "", publisher.usual().orElse(""));
    return Html.ok(Templates.mark(marking(find(baseline), nothing, List.of())));
  }

  @POST
  @Path("{baseline}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response mark(String baseline, MultivaluedMap<String, String> fields) {
    FreezeForm form = new FreezeForm(fields);
    Marking.Typed typed =
        new Marking.Typed(
            form.text("act"), form.text("reason"), form.text("successor"), form.text("by"));
    Baseline found = find(baseline);
    List<Finding> findings = publisher.findings(typed.by());
    if (!List.of("SUPERSEDED", "WITHDRAWN").contains(typed.act())) {
      return Html.with(422, Templates.mark(marking(found, typed, List.of("Select what to do."))));
    }
    return findings.isEmpty() ? mark(found, typed) : rejected(found, typed, findings);
  }

  private Response mark(Baseline baseline, Marking.Typed typed) {
    PublicationAction act = PublicationAction.valueOf(typed.act());
    return switch (baselines.mark(
        baseline.id(),
        act,
        Html.given(typed.reason()),
        act == PublicationAction.SUPERSEDED ? Html.given(typed.successor()) : null,
        publisher.named(typed.by()).orElseThrow())) {
      case MarkOutcome.Marked _ -> Html.seeOther(new PageAddress("/baselines/" + baseline.id()));
      case MarkOutcome.NotFound() -> throw new NotFoundException();
      case MarkOutcome.Rejected(List<Finding> findings) -> rejected(baseline, typed, findings);
    };
  }

  private Response rejected(Baseline baseline, Marking.Typed typed, List<Finding> findings) {
    List<String> errors = findings.stream().map(FormErrors::message).toList();
    return Html.with(422, Templates.mark(marking(baseline, typed, errors)));
  }

  private Marking marking(Baseline baseline, Marking.Typed typed, List<String> errors) {
    List<Choice> later = new ArrayList<>(List.of(new Choice("", "Select a baseline", false)));
    published.baselines().stream()
        .filter(b -> b.number() > baseline.number() && b.state() == PublicationAction.PUBLISHED)
        .map(b -> new Choice(b.id(), b.name(), b.id().equals(typed.successor())))
        .forEach(later::add);
    return new Marking(
        baseline.id(),
        baseline.name(),
        baseline.state() == PublicationAction.SUPERSEDED,
        later,
        typed,
        errors);
  }

  private Baseline find(String id) {
    return published
        .find(id)
        .filter(b -> b.id().equals(id) && b.state() != PublicationAction.WITHDRAWN)
        .orElseThrow(NotFoundException::new);
  }
}
