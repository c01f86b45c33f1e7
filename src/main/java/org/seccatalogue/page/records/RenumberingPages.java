package org.seccatalogue.page.records;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.revision.numbering.BranchRenumbering;
import org.seccatalogue.revision.numbering.RenumberingAct;
import org.seccatalogue.revision.numbering.RenumberingOutcome;
import org.seccatalogue.revision.numbering.RenumberingPlan;

/// Branches that were renumbered, each as one act, to read and to take back.
@Path("/renumberings")
@HtmlPage
@Blocking
class RenumberingPages {

  private static final int AT_ONCE = 50;

  private final BranchRenumbering branches;
  private final RenumberViews views;
  private final Authorship authorship;

  RenumberingPages(BranchRenumbering branches, RenumberViews views, Authorship authorship) {
    this.branches = branches;
    this.views = views;
    this.authorship = authorship;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance renumberings(
        List<RenumberViews.Act> acts, @Nullable String next, boolean later);

    static native TemplateInstance renumbering(RenumberViews.Act act);

    static native TemplateInstance unnumber(RenumberViews.Act act, RenumberView view);
  }

  @GET
  public Response all(@RestQuery @Nullable Long before) {
    List<RenumberingAct> acts = branches.recent(before, AT_ONCE);
    String next =
        acts.size() < AT_ONCE
            ? null
            : new PageAddress("/renumberings").with("before", acts.getLast().id()).toString();
    return Html.ok(
        Templates.renumberings(
            acts.stream().map(act -> views.of(act, List.of())).toList(), next, before != null));
  }

  @GET
  @Path("{id}")
  public Response act(long id) {
    return Html.ok(Templates.renumbering(views.of(find(id), branches.lines(id))));
  }

  @GET
  @Path("{id}/undo")
  public Response planUndo(long id) {
    return undo(200, id, view(id, "", List.of()));
  }

  @POST
  @Path("{id}/undo")
  public Response undo(long id, @RestForm @Nullable String state, @RestForm @Nullable String note) {
    List<Finding> wrong = RenumberPages.wrong(note);
    String why = Objects.toString(note, "");
    if (!wrong.isEmpty()) {
      return undo(422, id, view(id, why, wrong));
    }
    return switch (branches.undo(id, Objects.toString(state, ""), authorship.note(note))) {
      case RenumberingOutcome.Applied(RenumberingAct act) -> RenumberPages.to(act);
      case RenumberingOutcome.Stale _ -> undo(409, id, view(id, why, List.of()).afterChange());
      case RenumberingOutcome.Refused(RenumberingPlan plan) ->
          undo(409, id, view(find(id), why, plan, List.of()));
      case RenumberingOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  private Response undo(int status, long id, RenumberView view) {
    return Html.with(status, Templates.unnumber(views.of(find(id), List.of()), view));
  }

  private RenumberView view(long id, String note, List<Finding> wrong) {
    RenumberingPlan plan = branches.planUndo(id).orElseThrow(NotFoundException::new);
    return view(find(id), note, plan, wrong);
  }

  private RenumberView view(
      RenumberingAct act, String note, RenumberingPlan plan, List<Finding> wrong) {
    return views.of(
        views.line(act.head()), new RenumberView.Asked(act.from(), false, note), plan, wrong);
  }

  private RenumberingAct find(long id) {
    return branches.find(id).orElseThrow(NotFoundException::new);
  }
}
