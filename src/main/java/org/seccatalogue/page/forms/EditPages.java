package org.seccatalogue.page.forms;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.record.VisibleText;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// The forms in which records are made and changed.
@Path("/records")
@HtmlPage
@Blocking
class EditPages {

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final FormViews views;
  private final Rebase rebase;
  private final TypeChoices choices;
  private final Authorship authorship;

  EditPages(
      CatalogueSchema schema,
      Revisions revisions,
      FormViews views,
      Rebase rebase,
      TypeChoices choices,
      Authorship authorship) {
    this.schema = schema;
    this.revisions = revisions;
    this.views = views;
    this.rebase = rebase;
    this.choices = choices;
    this.authorship = authorship;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance form(FormView form);

    static native TemplateInstance types(TypeChoices.View choice);
  }

  @GET
  @Path("new")
  public Response blank(@RestQuery @Nullable String type, @RestQuery @Nullable String parent) {
    if (Html.given(type) == null) {
      return Html.ok(Templates.types(choices.below(Html.given(parent))));
    }
    RecordType chosen = type(type);
    TypedForm form = FormWriter.initial(chosen, schema.workflow().initial(), Html.given(parent));
    return show(200, chosen, views.withRoom(chosen, form), FormViews.Shown.blank(null));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> fields) {
    RecordType type = type(fields.getFirst("type"));
    FormRequest request = FormRequest.of(fields);
    if (request.addsRow()) {
      return show(200, type, request.withRow(), shown(null, request, List.of()));
    }
    TypedForm dense = FormReader.withoutBlankRows(type, request.form());
    return answer(
        type,
        dense,
        request,
        null,
        revisions.create(
            FormReader.draft(type, dense),
            FormReader.editorial(dense),
            authorship.note(request.note())));
  }

  @GET
  @Path("{key}/edit")
  public Response edit(String key, @RestQuery @Nullable String stage) {
    StoredRecord record = find(key);
    TypedForm form = rebase.formOf(record);
    if (stage != null && views.isOffered(record, stage)) {
      form = form.with(TypedForm.STAGE, stage);
    }
    return show(
        200, record.type(), views.withRoom(record.type(), form), FormViews.Shown.blank(record));
  }

  @POST
  @Path("{key}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(String key, MultivaluedMap<String, String> fields) {
    StoredRecord record = find(key);
    FormRequest request = FormRequest.of(fields);
    if (request.addsRow()) {
      return show(200, record.type(), request.withRow(), shown(record, request, List.of()));
    }
    TypedForm form = request.picked(rebase.formOf(record));
    TypedForm dense = FormReader.withoutBlankRows(record.type(), form);
    return answer(
        record.type(),
        dense,
        request,
        record,
        revisions.save(
            record.key(),
            request.version(),
            FormReader.draft(record.type(), dense),
            FormReader.editorial(dense),
            authorship.note(request.note())));
  }

  private Response answer(
      RecordType type,
      TypedForm form,
      FormRequest request,
      @Nullable StoredRecord record,
      SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Created(StoredRecord made, List<Finding> warnings) ->
          saved(made, warned("created", warnings));
      case SaveOutcome.Revised(StoredRecord made, List<Finding> warnings) ->
          saved(made, warned("revised", warnings));
      case SaveOutcome.Renumbered(StoredRecord made, List<Finding> warnings) ->
          saved(made, warned("renumbered", warnings));
      case SaveOutcome.Unchanged(StoredRecord same) ->
          saved(same, VisibleText.isBlank(request.note()) ? "unchanged" : "unchanged-note");
      case SaveOutcome.NotFound _ -> throw new NotFoundException();
      case SaveOutcome.Rejected rejected ->
          show(422, type, views.withRoom(type, form), shown(record, request, rejected.findings()));
      case SaveOutcome.Stale stale -> {
        Merge merge = rebase.merge(stale, form);
        yield show(
            409,
            type,
            views.withRoom(type, merge.form()),
            new FormViews.Shown(
                stale.current(),
                stale.current().version().toString(),
                List.of(),
                merge,
                request.note()));
      }
    };
  }

  private Response show(int status, RecordType type, TypedForm form, FormViews.Shown shown) {
    return Html.with(status, Templates.form(views.of(type, form, shown)));
  }

  private static FormViews.Shown shown(
      @Nullable StoredRecord record, FormRequest request, List<Finding> findings) {
    return new FormViews.Shown(record, request.seen(), findings, null, request.note());
  }

  /// The page of the record tells who had the reference that it got.
  private static String warned(String how, List<Finding> warnings) {
    boolean passed = warnings.stream().anyMatch(one -> one.code() == FindingCode.REFERENCE_PASSED);
    return passed ? how + "-passed" : how;
  }

  private static Response saved(StoredRecord record, String how) {
    return Html.seeOther(new PageAddress("/records/" + record.key()).with("saved", how));
  }

  private RecordType type(@Nullable String name) {
    return schema.type(name == null ? "" : name).orElseThrow(BadRequestException::new);
  }

  private StoredRecord find(String key) {
    return RecordKey.parse(key).flatMap(revisions::find).orElseThrow(NotFoundException::new);
  }
}
