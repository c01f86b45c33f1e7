package org.seccatalogue.api.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Author;
import org.seccatalogue.api.Disposition;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.WaitPreference;
import org.seccatalogue.api.contract.ImportsApi;
import org.seccatalogue.api.contract.ModelImport;
import org.seccatalogue.api.description.Contract;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.Place;
import org.seccatalogue.imports.AnnotatedOutcome;
import org.seccatalogue.imports.AnnotatedWorkbooks;
import org.seccatalogue.imports.DecideOutcome;
import org.seccatalogue.imports.Decision;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportJobs.Applying;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.UndoOutcome;
import org.seccatalogue.job.Job;
import org.seccatalogue.plan.rows.Conflict;
import org.seccatalogue.plan.rows.PlannedChange;
import org.seccatalogue.workbook.annotate.AnnotatedForm;

class ImportsResource implements ImportsApi {

  private final Imports imports;
  private final ImportJobs jobs;
  private final AnnotatedWorkbooks workbooks;
  private final ImportFilters filters;
  private final Contract contract;
  private final Author author;

  ImportsResource(
      Imports imports,
      ImportJobs jobs,
      AnnotatedWorkbooks workbooks,
      ImportFilters filters,
      Contract contract,
      Author author) {
    this.imports = imports;
    this.jobs = jobs;
    this.workbooks = workbooks;
    this.filters = filters;
    this.contract = contract;
    this.author = author;
  }

  @Override
  public Response listImports(@Nullable Long cursor, @Nullable Integer limit) {
    int most = limit == null ? 50 : limit;
    List<ImportRun> found = imports.recent(cursor, most);
    return Response.ok(ImportJson.page(found, most)).build();
  }

  @Override
  public Response getImport(
      Long id,
      @Nullable Integer changesAfter,
      @Nullable Integer findingsAfter,
      @Nullable Integer limit,
      @Nullable String kind,
      @Nullable String type,
      @Nullable String section,
      @Nullable String guard,
      @Nullable Boolean withFindings) {
    Optional<ImportRun> run = imports.find(id);
    if (run.isEmpty()) {
      return noImport();
    }
    List<Finding> wrong = new ArrayList<>();
    PlannedChange.Filter filter =
        filters.read(
            new ImportFilters.Asked(kind, type, section, guard, Boolean.TRUE.equals(withFindings)),
            Place.Parameter::new,
            wrong);
    if (!wrong.isEmpty()) {
      return Problems.badRequest(wrong);
    }
    int most = limit == null ? 50 : limit;
    List<PlannedChange> changes =
        imports.changes(id, filter, changesAfter == null ? 0 : changesAfter, most);
    Map<Integer, List<PlannedChange.Edit>> edits = imports.edits(id, changes);
    List<Finding> findings = imports.findings(id, findingsAfter == null ? 0 : findingsAfter, most);
    ModelImport found = ImportJson.of(run.get(), jobs.newest(id).orElse(null));
    return Response.ok(ImportJson.detail(found, changes, edits, findings)).build();
  }

  @Override
  public Response decideImport(Long id, JsonNode body) {
    List<Finding> findings = contract.checkImportDecisions(body);
    if (!findings.isEmpty()) {
      return Problems.unprocessable(findings);
    }
    List<Decision> decisions =
        body.path("decisions").valueStream().map(ImportsResource::decision).toList();
    DecideOutcome outcome = imports.decide(id, decisions);
    return outcome instanceof DecideOutcome.Decided && body.has("default")
        ? answer(imports.decideAll(id, choice(body.path("default")), true))
        : answer(outcome);
  }

  private static Decision decision(JsonNode node) {
    return new Decision(
        node.path("row").asInt(),
        node.has("field") ? node.path("field").asText() : null,
        choice(node.path("choice")));
  }

  private static Conflict.Choice choice(JsonNode node) {
    return Conflict.Choice.valueOf(node.asText());
  }

  private static Response answer(DecideOutcome outcome) {
    return switch (outcome) {
      case DecideOutcome.Decided(ImportRun run) -> Response.ok(ImportJson.of(run)).build();
      case DecideOutcome.Refused(ImportRun _, List<Finding> wrong) -> Problems.unprocessable(wrong);
      case DecideOutcome.NotDecidable(ImportRun run) ->
          Problems.conflict(
              "Decisions cannot be made on this import: it is " + run.state(), List.of());
      case DecideOutcome.NotFound _ -> noImport();
    };
  }

  @Override
  public Response chooseInImport(Long id, JsonNode body) {
    List<Finding> findings = new ArrayList<>(contract.checkImportChoice(body));
    PlannedChange.Filter filter =
        filters.read(
            ImportFilters.Asked.in(body.path("filter")),
            name -> new Place.Pointer("/filter/" + name),
            findings);
    if (!findings.isEmpty()) {
      return Problems.unprocessable(findings);
    }
    boolean chosen = body.path("chosen").asBoolean();
    return answer(
        body.has("rows")
            ? imports.choose(
                id, body.path("rows").valueStream().map(JsonNode::asInt).toList(), chosen)
            : imports.choose(id, filter, chosen));
  }

  @Override
  public Response leaveOutErrors(Long id) {
    return answer(imports.leaveOutErrors(id));
  }

  @Override
  public Response undoImport(Long id, JsonNode body) {
    List<Finding> findings = contract.checkImportUndo(body);
    if (!findings.isEmpty()) {
      return Problems.unprocessable(findings);
    }
    return switch (imports.undo(id, author.noteIn(body))) {
      case UndoOutcome.Undone(ImportRun run) -> Response.ok(ImportJson.of(run)).build();
      case UndoOutcome.NotUndoable(ImportRun run) ->
          Problems.conflict("The import cannot be undone: it is " + run.state(), List.of());
      case UndoOutcome.BuiltOn(ImportRun _, List<Finding> reasons) ->
          Problems.conflict("Others have built on this import", reasons);
      case UndoOutcome.NotFound _ -> noImport();
    };
  }

  @Override
  public Response applyImport(Long id, JsonNode body, @Nullable String prefer) {
    List<Finding> findings = contract.checkImportApply(body);
    return findings.isEmpty()
        ? answer(
            jobs.apply(
                id,
                author.noteIn(body),
                body.path("editorial").asBoolean(),
                WaitPreference.of(prefer)))
        : Problems.unprocessable(findings);
  }

  private static Response answer(Applying applying) {
    return switch (applying) {
      case Applying.Applied(ImportRun run) -> Response.ok(ImportJson.of(run)).build();
      case Applying.NotApplicable(ImportRun run) ->
          Problems.conflict("The import cannot be applied: it is " + run.state(), List.of());
      case Applying.Undecided(ImportRun _, List<Finding> findings) ->
          Problems.conflict("Rows of the import are not ready to be applied", findings);
      case Applying.Moved(ImportRun _, List<Finding> findings) ->
          Problems.conflict("Records have changed since the import was planned", findings);
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
              "The file of this import is no longer kept",
              "Import the workbook again to get it back with its findings.",
              List.of());
    };
  }

  /// It goes on, and can be followed.
  static Response underWay(ImportRun run, Job job) {
    return Response.accepted(ImportJson.of(run, job))
        .location(URI.create("/api/v1/jobs/" + job.id()))
        .build();
  }

  /// It ended while the request waited for it.
  static Response stopped(Job job) {
    return switch (job.state()) {
      case CANCELLED -> Problems.conflict("It was cancelled by " + job.cancelledBy(), List.of());
      case DIED -> Problems.died();
      case QUEUED, RUNNING, DONE, FAILED ->
          Problems.of(500, "The job failed; nothing was changed", null, List.of());
    };
  }

  private static Response noImport() {
    return Problems.notFound("import of that number");
  }
}
