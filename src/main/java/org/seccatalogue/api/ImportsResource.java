package org.seccatalogue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.ImportsApi;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;
import org.seccatalogue.spreadsheet.AnnotatedForm;
import org.seccatalogue.spreadsheet.AnnotatedOutcome;
import org.seccatalogue.spreadsheet.AnnotatedWorkbooks;
import org.seccatalogue.spreadsheet.ImportJobs;
import org.seccatalogue.spreadsheet.ImportJobs.Applying;
import org.seccatalogue.spreadsheet.ImportRun;
import org.seccatalogue.spreadsheet.Imports;

class ImportsResource implements ImportsApi {

  private final Imports imports;
  private final ImportJobs jobs;
  private final AnnotatedWorkbooks workbooks;
  private final Contract contract;
  private final Author author;

  ImportsResource(
      Imports imports,
      ImportJobs jobs,
      AnnotatedWorkbooks workbooks,
      Contract contract,
      Author author) {
    this.imports = imports;
    this.jobs = jobs;
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
    body.set(
        "import",
        jobs.newest(id).map(job -> Json.run(run.get(), job)).orElseGet(() -> Json.run(run.get())));
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
  public Response applyImport(Long id, JsonNode body, @Nullable String prefer) {
    List<Finding> findings = contract.checkImportApply(body);
    return findings.isEmpty()
        ? answer(jobs.apply(id, author.note(Drafts.note(body)), Patience.of(prefer)))
        : Problems.unprocessable(findings);
  }

  private static Response answer(Applying applying) {
    return switch (applying) {
      case Applying.Applied(ImportRun run) -> Response.ok(Json.run(run)).build();
      case Applying.NotApplicable(ImportRun run) ->
          Problems.conflict("The import cannot be applied: it is " + run.state(), List.of());
      case Applying.Moved(ImportRun _, List<Finding> findings) ->
          Problems.conflict("Records moved on since the import was planned", findings);
      case Applying.NotFound _ -> noImport();
      case Applying.UnderWay(ImportRun run, Job job) -> underWay(run, job);
      case Applying.Busy _ -> Problems.conflict("The import is being applied", List.of());
      case Applying.Stopped(ImportRun _, Job job) -> stopped(job);
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

  /// It goes on, and can be followed.
  static Response underWay(ImportRun run, Job job) {
    return Response.accepted(Json.run(run, job))
        .location(URI.create("/api/v1/jobs/" + job.id()))
        .build();
  }

  /// It ended while the request waited for it.
  static Response stopped(Job job) {
    return job.state() == JobState.CANCELLED
        ? Problems.conflict("It was cancelled by " + job.cancelledBy(), List.of())
        : Problems.of(500, "It ended before it was done, and changed nothing", null, List.of());
  }

  private static Response noImport() {
    return Problems.notFound("import of that number");
  }
}
