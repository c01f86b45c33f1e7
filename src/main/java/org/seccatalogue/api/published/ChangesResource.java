package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.ChangesApi;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.BaselineDiff;
import org.seccatalogue.baseline.ChangeJson;
import org.seccatalogue.baseline.ChangeKind;
import org.seccatalogue.baseline.ChangePage;
import org.seccatalogue.baseline.ChangeQuery;
import org.seccatalogue.baseline.ChangesJson;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.RecordChange;
import org.seccatalogue.document.published.ChangesDocument;
import org.seccatalogue.export.published.ChangesWorkbook;
import org.seccatalogue.finding.Finding;

class ChangesResource implements ChangesApi {

  private final Published published;
  private final BaselineDiff diff;
  private final ChangesDocument document;
  private final ChangesWorkbook workbook;
  private final ChangesJson json;

  ChangesResource(
      Published published,
      BaselineDiff diff,
      ChangesDocument document,
      ChangesWorkbook workbook,
      ChangesJson json) {
    this.published = published;
    this.diff = diff;
    this.document = document;
    this.workbook = workbook;
    this.json = json;
  }

  @Override
  public Response listChanges(
      String baseline,
      @Nullable String since,
      @Nullable String type,
      @Nullable String section,
      @Nullable String kind,
      @Nullable String cursor,
      Integer limit) {
    ChangeQuery query =
        new ChangeQuery(
            type, section, kind == null ? null : ChangeKind.valueOf(kind), cursor, limit);
    return BaselinePair.answer(
        published, baseline, since, (older, newer) -> changes(older, newer, query));
  }

  @Override
  public Response getChangesDocument(String baseline, @Nullable String since) {
    return BaselinePair.answer(
        published,
        baseline,
        since,
        (older, newer) ->
            BaselineFilesResource.download(
                out -> document.write(older, newer, out),
                BaselineFilesResource.WORD,
                fileName(older, newer) + ".docx"));
  }

  @Override
  public Response getChangesWorkbook(String baseline, @Nullable String since) {
    return BaselinePair.answer(
        published,
        baseline,
        since,
        (older, newer) ->
            BaselineFilesResource.download(
                out -> workbook.write(older, newer, out),
                BaselineFilesResource.WORKBOOK,
                fileName(older, newer) + ".xlsx"));
  }

  @Override
  public Response getAllChanges(String baseline, @Nullable String since) {
    return BaselinePair.answer(
        published,
        baseline,
        since,
        (older, newer) -> {
          String name = fileName(older, newer) + ".json";
          return BaselineFilesResource.file(
                  out -> json.write(older, newer, out), "application/json", name)
              .build();
        });
  }

  private static String fileName(Baseline older, Baseline newer) {
    return newer.id() + "-changes-since-" + older.id();
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
