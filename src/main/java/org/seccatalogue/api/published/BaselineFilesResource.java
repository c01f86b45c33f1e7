package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.BaselineFilesApi;
import org.seccatalogue.api.published.answers.FileAnswers;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.record.RecordHead;

/// Files that are made from a baseline. Each is the same bytes for everybody.
class BaselineFilesResource implements BaselineFilesApi {

  private final Published published;
  private final BaselineDocuments documents;
  private final FileAnswers answers;

  BaselineFilesResource(Published published, BaselineDocuments documents, FileAnswers answers) {
    this.published = published;
    this.documents = documents;
    this.answers = answers;
  }

  @Override
  public Response getBundle(String baseline, @Nullable Integer form) {
    return whole(baseline, FileKind.BUNDLE, form);
  }

  @Override
  public Response getBaselineWorkbook(String baseline, @Nullable Integer form) {
    return whole(baseline, FileKind.WORKBOOK, form);
  }

  private Response whole(String baseline, FileKind kind, @Nullable Integer form) {
    return of(
        baseline,
        found -> answers.of(found, kind, form, own -> PublishedFile.whole(kind, own, found)));
  }

  @Override
  public Response getBaselineWordSpecification(
      String baseline, String section, @Nullable Integer form) {
    return specification(baseline, section, FileKind.WORD, form);
  }

  @Override
  public Response getBaselineHtmlSpecification(
      String baseline, String section, @Nullable Integer form) {
    return specification(baseline, section, FileKind.HTML, form);
  }

  private Response specification(
      String baseline, String section, FileKind kind, @Nullable Integer form) {
    return section(
        baseline,
        section,
        (found, root) ->
            answers.of(
                found, kind, form, own -> PublishedFile.specification(kind, own, found, root)));
  }

  private Response section(
      String baseline, String section, BiFunction<Baseline, RecordHead, Response> answer) {
    return of(
        baseline,
        found ->
            documents
                .section(found, section)
                .map(root -> answer.apply(found, root))
                .orElseGet(() -> missing(found, section)));
  }

  private Response missing(Baseline baseline, String section) {
    return documents
        .question(baseline, section)
        .map(
            expected ->
                ProblemDetails.of(
                    404,
                    "There is no section of that reference in the baseline",
                    "Ask for " + expected + ".",
                    List.of()))
        .orElseGet(() -> ProblemDetails.notFound("section of that reference in the baseline"));
  }

  private Response of(String id, Function<Baseline, Response> answer) {
    return published
        .find(id)
        .map(answer)
        .orElseGet(() -> ProblemDetails.notFound("baseline of that id"));
  }
}
