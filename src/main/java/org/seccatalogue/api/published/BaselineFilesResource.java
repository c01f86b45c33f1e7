package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.BaselineFilesApi;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.bundle.Bundles;
import org.seccatalogue.document.published.BaselineDocuments;
import org.seccatalogue.export.published.BaselineWorkbook;
import org.seccatalogue.record.RecordHead;

/// Files that are made from a baseline, as they are asked for. Each is the same bytes for
/// everybody.
class BaselineFilesResource implements BaselineFilesApi {

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Published published;
  private final Bundles bundles;
  private final BaselineDocuments documents;
  private final BaselineWorkbook workbook;

  BaselineFilesResource(
      Published published,
      Bundles bundles,
      BaselineDocuments documents,
      BaselineWorkbook workbook) {
    this.published = published;
    this.bundles = bundles;
    this.documents = documents;
    this.workbook = workbook;
  }

  @Override
  public Response getBundle(String baseline) {
    return of(
        baseline,
        found ->
            download(
                out -> bundles.write(found, out), "application/zip", found.id() + "-bundle.zip"));
  }

  @Override
  public Response getBaselineWorkbook(String baseline) {
    return of(
        baseline,
        found ->
            download(out -> workbook.write(found, out), WORKBOOK, found.id() + "-records.xlsx"));
  }

  @Override
  public Response getBaselineWordSpecification(String baseline, String section) {
    return section(
        baseline,
        section,
        (found, root) ->
            download(
                out -> documents.word(found, root, out),
                WORD,
                BaselineDocuments.fileName(found, root) + ".docx"));
  }

  @Override
  public Response getBaselineHtmlSpecification(String baseline, String section) {
    return section(
        baseline,
        section,
        (found, root) -> {
          String name = BaselineDocuments.fileName(found, root) + ".html";
          return file(out -> documents.html(found, root, out), "text/html;charset=UTF-8", name)
              .build();
        });
  }

  private Response section(
      String baseline,
      String section,
      java.util.function.BiFunction<Baseline, RecordHead, Response> answer) {
    return of(
        baseline,
        found ->
            documents
                .section(found, section)
                .map(root -> answer.apply(found, root))
                .orElseGet(
                    () -> ProblemDetails.notFound("section of that reference in the baseline")));
  }

  private Response of(String id, Function<Baseline, Response> answer) {
    return published
        .find(id)
        .map(answer)
        .orElseGet(() -> ProblemDetails.notFound("baseline of that id"));
  }

  /// A file that is the same for ever under its name.
  static Response.ResponseBuilder file(FinishedFiles.Writer writer, String type, String name) {
    return Response.ok(new FinishedFiles.Wanted(name, writer), type);
  }

  static Response download(FinishedFiles.Writer writer, String type, String fileName) {
    return file(writer, type, fileName)
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .build();
  }
}
