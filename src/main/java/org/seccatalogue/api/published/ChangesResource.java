package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.ChangesApi;
import org.seccatalogue.api.published.answers.FileAnswers;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.comparison.BaselineDiff;
import org.seccatalogue.baseline.comparison.ChangeJson;
import org.seccatalogue.baseline.comparison.ChangeKind;
import org.seccatalogue.baseline.comparison.ChangePage;
import org.seccatalogue.baseline.comparison.ChangeQuery;
import org.seccatalogue.baseline.comparison.RecordChange;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.trace.LinkFilter;

class ChangesResource implements ChangesApi {

  private final Published published;
  private final BaselineDiff diff;
  private final FileAnswers answers;
  private final FilterParameters links;

  ChangesResource(
      Published published, BaselineDiff diff, FileAnswers answers, FilterParameters links) {
    this.links = links;
    this.published = published;
    this.diff = diff;
    this.answers = answers;
  }

  @Override
  public Response listChanges(
      String baseline,
      @Nullable String since,
      @Nullable String type,
      @Nullable String section,
      @Nullable List<String> link,
      @Nullable String kind,
      @Nullable String cursor,
      Integer limit) {
    if (published.find(baseline).isEmpty()) {
      return links.without("listChanges");
    }
    ChangeKind chosen = kind == null ? null : ChangeKind.valueOf(kind);
    return BaselinePair.answer(
        published,
        baseline,
        since,
        (older, newer) -> {
          List<Finding> unknown = links.unknown("listChanges", newer, older);
          List<LinkFilter> wanted = links.wanted(link, newer, older);
          return unknown.isEmpty()
              ? changes(older, newer, new ChangeQuery(type, section, chosen, wanted, cursor, limit))
              : ProblemDetails.badRequest(unknown);
        });
  }

  @Override
  public Response getChangesDocument(
      String baseline, @Nullable String since, @Nullable Integer form) {
    return file(baseline, since, FileKind.CHANGES_WORD, form);
  }

  @Override
  public Response getChangesWorkbook(
      String baseline, @Nullable String since, @Nullable Integer form) {
    return file(baseline, since, FileKind.CHANGES_WORKBOOK, form);
  }

  @Override
  public Response getAllChanges(String baseline, @Nullable String since, @Nullable Integer form) {
    return file(baseline, since, FileKind.CHANGES_JSON, form);
  }

  private Response file(
      String baseline, @Nullable String since, FileKind kind, @Nullable Integer form) {
    return BaselinePair.answer(
        published,
        baseline,
        since,
        (older, newer) ->
            answers.of(newer, kind, form, own -> PublishedFile.changes(kind, own, older, newer)));
  }

  private Response changes(Baseline older, Baseline newer, ChangeQuery query) {
    return switch (diff.page(older, newer, query)) {
      case ChangePage.Refused(List<Finding> findings) -> ProblemDetails.badRequest(findings);
      case ChangePage.Page(List<RecordChange> changes, String next) ->
          Response.ok(ChangeJson.page(older, newer, diff.counts(older, newer), changes, next))
              .build();
    };
  }
}
