package org.seccatalogue.page.forms;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.page.Authorship;
import org.seccatalogue.page.FormErrors;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;
import org.seccatalogue.page.PageAddress;
import org.seccatalogue.page.shown.RecordLine;
import org.seccatalogue.page.shown.RecordLines;
import org.seccatalogue.record.Link;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.record.PlaceWish;
import org.seccatalogue.record.RecordDraft;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.RecordNames;
import org.seccatalogue.revision.RecordVersion;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.SaveOutcome;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.revision.history.History;
import org.seccatalogue.revision.history.HistoryEvent;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;

/// Decisions about a record that need no form of its own: confirm a link, withdraw it.
@Path("/records")
@HtmlPage
@Blocking
class DecisionPages {

  private final CatalogueSchema schema;
  private final Revisions revisions;
  private final History history;
  private final RecordNames names;
  private final RecordLines lines;
  private final Authorship authorship;

  DecisionPages(
      CatalogueSchema schema,
      Revisions revisions,
      History history,
      RecordNames names,
      RecordLines lines,
      Authorship authorship) {
    this.schema = schema;
    this.revisions = revisions;
    this.history = history;
    this.names = names;
    this.lines = lines;
    this.authorship = authorship;
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance withdraw(Withdrawal form);
  }

  /// The form of a withdrawal.
  ///
  /// @param again whether it was withdrawn before, and gets another reason or replacement
  /// @param changed whether somebody changed the record since the page was opened
  record Withdrawal(
      RecordLine line,
      boolean again,
      String version,
      String note,
      String replacedBy,
      List<FormErrors.Entry> errors,
      boolean changed) {

    /// What is wrong with a field.
    public @Nullable String errorOf(String id) {
      return errors.stream()
          .filter(entry -> ("#" + id).equals(entry.href()))
          .map(FormErrors.Entry::text)
          .findFirst()
          .orElse(null);
    }
  }

  @GET
  @Path("{key}/withdraw")
  public Response askToWithdraw(String key) {
    StoredRecord record = find(key);
    HistoryEvent.StageChanged before = isWithdrawn(record) ? withdrawal(record) : null;
    return before == null
        ? Html.ok(page(record, "", "", List.of(), false))
        : Html.ok(
            page(
                record,
                Objects.toString(before.by().note().reason(), ""),
                before.replacement() == null ? "" : names.of(before.replacement()),
                List.of(),
                false));
  }

  private boolean isWithdrawn(StoredRecord record) {
    return record.stage().equals(schema.workflow().withdrawn());
  }

  private HistoryEvent.@Nullable StageChanged withdrawal(StoredRecord record) {
    return history.withdrawals(List.of(record.key())).get(record.key());
  }

  @POST
  @Path("{key}/withdraw")
  public Response withdraw(
      String key,
      @RestForm @Nullable String version,
      @RestForm @Nullable String note,
      @RestForm @Nullable String replacedBy) {
    StoredRecord record = find(key);
    String why = Objects.requireNonNullElse(note, "");
    String other = Objects.requireNonNullElse(replacedBy, "");
    SaveOutcome outcome =
        revisions.withdraw(
            record.key(), version(version), Html.given(replacedBy), authorship.note(note));
    return switch (outcome) {
      case SaveOutcome.Created _, SaveOutcome.Revised _, SaveOutcome.Renumbered _ ->
          back(record, "withdrawn");
      case SaveOutcome.Unchanged _ -> back(record, "withdrawn-before");
      case SaveOutcome.Stale(_, _, StoredRecord current) ->
          Html.with(409, page(current, why, other, List.of(), true));
      case SaveOutcome.Rejected rejected ->
          Html.with(422, page(record, why, other, rejected.findings(), false));
      case SaveOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  /// Confirms that a link still means the same now that its target is at `revision`.
  @POST
  @Path("{key}/links")
  public Response confirm(
      String key,
      @RestForm @Nullable String version,
      @RestForm @Nullable String type,
      @RestForm @Nullable String target,
      @RestForm @Nullable Integer revision) {
    StoredRecord record = find(key);
    if (type == null || target == null || revision == null) {
      throw new BadRequestException();
    }
    String label = schema.link(type).map(LinkRule::label).orElse(type);
    String note =
        "Confirmed “" + label + "” " + called(target) + " at its revision " + revision + ".";
    SaveOutcome outcome =
        revisions.save(
            record.key(),
            version(version),
            confirmed(record, type, target, revision),
            authorship.note(note));
    return switch (outcome) {
      case SaveOutcome.Created _,
          SaveOutcome.Revised _,
          SaveOutcome.Renumbered _,
          SaveOutcome.Unchanged _ ->
          back(record, "confirmed");
      case SaveOutcome.Stale _ -> throw new WebApplicationException(409);
      case SaveOutcome.Rejected _ -> back(record, "unconfirmed");
      case SaveOutcome.NotFound _ -> throw new NotFoundException();
    };
  }

  private String called(String key) {
    return RecordKey.parse(key).map(names::of).orElse(key);
  }

  private static RecordDraft confirmed(
      StoredRecord record, String type, String target, int revision) {
    List<LinkDraft> links =
        record.links().stream()
            .map(
                link ->
                    new LinkDraft(
                        link.type(),
                        link.target().toString(),
                        isIt(link, type, target) ? revision : link.targetRevision(),
                        link.note()))
            .toList();
    RecordKey parent = record.parent();
    return new RecordDraft(
        record.type().name(),
        parent == null ? null : parent.toString(),
        PlaceWish.NONE,
        null,
        record.attributes().json(),
        links);
  }

  private static boolean isIt(Link link, String type, String target) {
    return link.type().equals(type) && link.target().toString().equals(target);
  }

  private TemplateInstance page(
      StoredRecord record,
      String note,
      String replacedBy,
      List<Finding> findings,
      boolean changed) {
    FormErrors errors = new FormErrors(findings);
    errors.take("/note", "note", "reason");
    errors.take("/replacedBy", "replacedBy", "Replaced by");
    return Templates.withdraw(
        new Withdrawal(
            lines.of(record.head()),
            isWithdrawn(record),
            record.version().toString(),
            note,
            replacedBy,
            errors.summary(),
            changed));
  }

  private static Response back(StoredRecord record, String how) {
    return Html.seeOther(new PageAddress("/records/" + record.key()).with("saved", how));
  }

  private static RecordVersion version(@Nullable String text) {
    return RecordVersion.parse(text == null ? "" : text).orElseThrow(BadRequestException::new);
  }

  private StoredRecord find(String key) {
    return RecordKey.parse(key).flatMap(revisions::find).orElseThrow(NotFoundException::new);
  }
}
