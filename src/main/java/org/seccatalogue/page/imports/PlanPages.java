package org.seccatalogue.page.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
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
import org.seccatalogue.imports.DecideOutcome;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.UndoOutcome;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.record.NoteText;

/// What people decide about the plan of an import: conflicts, rows, and taking it all back.
@Path("/imports")
@HtmlPage
@Blocking
class PlanPages {

  private final Imports imports;
  private final ImportViews views;
  private final Authorship authorship;

  PlanPages(Imports imports, ImportViews views, Authorship authorship) {
    this.imports = imports;
    this.views = views;
    this.authorship = authorship;
  }

  @POST
  @Path("{id}/decisions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(long id, MultivaluedMap<String, String> fields) {
    PlanForm form = new PlanForm(fields);
    Conflict.Choice all = form.all();
    if (all != null) {
      return answer(imports.decideAll(id, all, true), form.filter());
    }
    DecideOutcome outcome = imports.choose(id, form.rows(true), true);
    if (outcome instanceof DecideOutcome.Decided) {
      outcome = imports.choose(id, form.rows(false), false);
    }
    if (outcome instanceof DecideOutcome.Decided) {
      outcome = imports.decide(id, form.decisions());
    }
    return answer(outcome, form.filter());
  }

  /// Chooses all rows of the filter, or leaves them out.
  @POST
  @Path("{id}/choice")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(long id, MultivaluedMap<String, String> fields) {
    PlannedChange.Filter filter = new PlanForm(fields).filter();
    boolean chosen = "true".equals(fields.getFirst("chosen"));
    return answer(imports.choose(id, filter, chosen), filter);
  }

  /// Leaves out the rows with errors, so that the others can be applied.
  @POST
  @Path("{id}/rows-with-errors/leave-out")
  public Response leaveOutErrors(long id) {
    return switch (imports.leaveOutErrors(id)) {
      case DecideOutcome.Decided(ImportRun run) -> toPlan(run);
      case DecideOutcome.NotDecidable(ImportRun run) -> toPlan(run);
      case DecideOutcome.Refused(ImportRun run, List<Finding> findings) -> {
        String title = "Nothing was left out: these errors do not belong to single rows";
        yield page(422, run, new ImportViews.Problem(title, findings, null, null));
      }
      case DecideOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  @POST
  @Path("{id}/undo")
  public Response undo(long id, @RestForm @Nullable String note) {
    ImportRun applied = imports.find(id).orElseThrow(NotFoundException::new);
    if (Html.given(note) == null) {
      String error = "Enter the reason for undoing the import.";
      return page(422, applied, new ImportViews.Problem("", List.of(), null, error));
    }
    Optional<String> instead = NoteText.expectedInstead(Html.given(note));
    if (instead.isPresent()) {
      String error = "Enter a note of " + instead.get() + ".";
      return page(422, applied, new ImportViews.Problem("", List.of(), null, error));
    }
    return switch (imports.undo(id, authorship.note(note))) {
      case UndoOutcome.Undone(ImportRun run) -> toPlan(run);
      case UndoOutcome.NotUndoable(ImportRun run) -> toPlan(run);
      case UndoOutcome.BuiltOn(ImportRun run, List<Finding> findings) -> {
        String title = "Nothing was undone: others have built on this import";
        yield page(409, run, new ImportViews.Problem(title, findings, null, null));
      }
      case UndoOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  private Response answer(DecideOutcome outcome, PlannedChange.Filter filter) {
    return switch (outcome) {
      case DecideOutcome.Decided(ImportRun run) -> {
        PageAddress address = new ImportViews.Shown(0, 0, filter).in(run.id());
        yield Html.seeOther(new PageAddress(address + "#changes"));
      }
      case DecideOutcome.Refused(ImportRun run, List<Finding> findings) -> {
        String title = "Nothing was saved: the plan has changed since you opened this page";
        yield page(422, run, new ImportViews.Problem(title, findings, null, null));
      }
      case DecideOutcome.NotDecidable(ImportRun run) -> toPlan(run);
      case DecideOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  private Response page(int status, ImportRun run, ImportViews.Problem problem) {
    return Html.with(
        status, ImportPages.Templates.plan(views.of(run, ImportViews.Shown.FIRST, problem)));
  }

  private static Response toPlan(ImportRun run) {
    return Html.seeOther(PageAddress.ofImport(run.id()));
  }
}
