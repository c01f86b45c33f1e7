package org.seccatalogue.page.records;

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
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.record.NoteText;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.numbering.BranchRenumbering;
import org.seccatalogue.revision.numbering.RenumberingAct;
import org.seccatalogue.revision.numbering.RenumberingOutcome;
import org.seccatalogue.revision.numbering.RenumberingPlan;
import org.seccatalogue.revision.numbering.RenumberingWish;

/// Gives a branch of the outline other numbers: first the plan, then the act.
@Path("/records")
@HtmlPage
@Blocking
class RenumberPages {

  private final BranchRenumbering branches;
  private final Revisions revisions;
  private final RenumberViews views;
  private final Authorship authorship;

  RenumberPages(
      BranchRenumbering branches, Revisions revisions, RenumberViews views, Authorship authorship) {
    this.branches = branches;
    this.revisions = revisions;
    this.views = views;
    this.authorship = authorship;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance renumber(RenumberView view);
  }

  @GET
  @Path("{key}/renumber")
  public Response plan(
      String key, @RestQuery @Nullable String number, @RestQuery @Nullable Boolean exchange) {
    RecordLine head = views.line(find(key).key());
    RenumberView.Asked asked = asked(number, exchange, null);
    RenumberingPlan plan = number == null ? null : branches.plan(wish(key, asked)).orElse(null);
    return Html.ok(Templates.renumber(views.of(head, asked, plan, List.of())));
  }

  @POST
  @Path("{key}/renumber")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response apply(String key, MultivaluedMap<String, String> fields) {
    String note = fields.getFirst("note");
    RenumberView.Asked asked =
        asked(fields.getFirst("number"), "true".equals(fields.getFirst("exchange")), note);
    RecordLine head = views.line(find(key).key());
    List<Finding> wrong = wrong(note);
    if (!wrong.isEmpty()) {
      RenumberingPlan plan = branches.plan(wish(key, asked)).orElseThrow(NotFoundException::new);
      return Html.with(422, Templates.renumber(views.of(head, asked, plan, wrong)));
    }
    return switch (branches.apply(
        wish(key, asked), Objects.toString(fields.getFirst("state"), ""), authorship.note(note))) {
      case RenumberingOutcome.Applied(RenumberingAct act) -> to(act);
      case RenumberingOutcome.Stale(RenumberingPlan _) -> {
        RenumberingPlan now = branches.plan(wish(key, asked)).orElseThrow(NotFoundException::new);
        yield Html.with(
            409, Templates.renumber(views.of(head, asked, now, List.of()).afterChange()));
      }
      case RenumberingOutcome.Refused(RenumberingPlan plan) ->
          Html.with(422, Templates.renumber(views.of(head, asked, plan, List.of())));
      case RenumberingOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  static Response to(RenumberingAct act) {
    return Html.seeOther(new PageAddress("/renumberings/" + act.id()));
  }

  /// A number that changes is told with its reason.
  static List<Finding> wrong(@Nullable String note) {
    Place place = new Place.Pointer("/note");
    if (Html.given(note) == null) {
      return List.of(
          Finding.error(FindingCode.MISSING_VALUE, place, null, "the reason for the new numbers"));
    }
    Optional<String> instead = NoteText.expectedInstead(note);
    return instead
        .map(expected -> List.of(Finding.error(FindingCode.BAD_VALUE, place, note, expected)))
        .orElse(List.of());
  }

  private static RenumberView.Asked asked(
      @Nullable String number, @Nullable Boolean exchange, @Nullable String note) {
    return new RenumberView.Asked(
        Objects.toString(Html.given(number), ""),
        Boolean.TRUE.equals(exchange),
        Objects.toString(note, ""));
  }

  private static RenumberingWish wish(String key, RenumberView.Asked asked) {
    return new RenumberingWish(RecordKey.of(key), asked.number(), asked.exchange());
  }

  private StoredRecord find(String key) {
    return RecordKey.parse(key).flatMap(revisions::find).orElseThrow(NotFoundException::new);
  }
}
