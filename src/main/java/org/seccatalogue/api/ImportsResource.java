package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.ImportsApi;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.spreadsheet.AnnotatedForm;
import org.seccatalogue.spreadsheet.AnnotatedOutcome;
import org.seccatalogue.spreadsheet.AnnotatedWorkbooks;
import org.seccatalogue.spreadsheet.ApplyOutcome;
import org.seccatalogue.spreadsheet.ImportRun;
import org.seccatalogue.spreadsheet.Imports;

class ImportsResource implements ImportsApi {

  private final Imports imports;
  private final AnnotatedWorkbooks workbooks;
  private final Contract contract;
  private final Author author;

  ImportsResource(Imports imports, AnnotatedWorkbooks workbooks, Contract contract, Author author) {
    this.imports = imports;
    this.workbooks = workbooks;
    this.contract = contract;
    this.author = author;
  }

  @Override
  public Response listImports(@Nullable Long cursor, @Nullable Integer limit) {
    int most = limit == null ? 50 : limit;
    List<ImportRun> found = imports.recent(cursor, most);
    ObjectNode body = Json.object();
    body.set("items", Json.array(found, Json::run));
    if (found.size() == most) {
      body.put("next", found.getLast().id());
    }
    return Response.ok(body).build();
  }

  @Override
  public Response getImport(
      Long id,
      @Nullable Integer changesAfter,
      @Nullable Integer findingsAfter,
      @Nullable Integer limit) {
    Optional<ImportRun> run = imports.find(id);
    if (run.isEmpty()) {
      return noImport();
    }
    int most = limit == null ? 50 : limit;
    ObjectNode body = Json.object();
    body.set("import", Json.run(run.get()));
    body.set(
        "changes",
        Json.array(
            imports.changes(id, null, changesAfter == null ? 0 : changesAfter, most),
            Json::change));
    body.set(
        "findings",
        Json.array(
            imports.findings(id, findingsAfter == null ? 0 : findingsAfter, most), Json::finding));
    return Response.ok(body).build();
  }

  @Override
  public Response applyImport(Long id, JsonNode body) {
    List<Finding> findings = contract.checkImportApply(body);
    return findings.isEmpty()
        ? answer(imports.apply(id, author.note(Drafts.note(body))))
        : Problems.unprocessable(findings);
  }

  private static Response answer(ApplyOutcome outcome) {
    return switch (outcome) {
      case ApplyOutcome.Applied(ImportRun run) -> Response.ok(Json.run(run)).build();
      case ApplyOutcome.NotApplicable(ImportRun run) ->
          Problems.conflict("The import cannot be applied: it is " + run.state(), List.of());
      case ApplyOutcome.Moved(ImportRun _, List<Finding> findings) ->
          Problems.conflict("Records moved on since the import was planned", findings);
      case ApplyOutcome.NotFound _ -> noImport();
    };
  }

  @Override
  public Response getImportWorkbook(Long id) {
    return switch (workbooks.annotate(id)) {
      case AnnotatedOutcome.Annotated(
              String fileName,
              String mediaType,
              AnnotatedForm _,
              AnnotatedOutcome.Writer writer) -> {
        StreamingOutput body = writer::write;
        yield Response.ok(body, mediaType)
            .header("Content-Disposition", Disposition.of(fileName))
            .build();
      }
      case AnnotatedOutcome.NotFound() -> noImport();
      case AnnotatedOutcome.NothingFound() ->
          Problems.notFound("finding in this import: its workbook is as it was sent");
      case AnnotatedOutcome.Gone() ->
          Problems.of(
              410,
              "The file of this import is not kept any more",
              "Import the workbook again to get it back with its findings.",
              List.of());
    };
  }

  private static Response noImport() {
    return Problems.notFound("import of that number");
  }
}
