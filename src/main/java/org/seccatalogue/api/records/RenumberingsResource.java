package org.seccatalogue.api.records;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Author;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.RenumberingsApi;
import org.seccatalogue.api.description.Contract;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.revision.numbering.BranchRenumbering;
import org.seccatalogue.revision.numbering.RenumberingAct;
import org.seccatalogue.revision.numbering.RenumberingOutcome;
import org.seccatalogue.revision.numbering.RenumberingPlan;
import org.seccatalogue.revision.numbering.RenumberingWish;

class RenumberingsResource implements RenumberingsApi {

  private final BranchRenumbering branches;
  private final Contract contract;
  private final Author author;

  RenumberingsResource(BranchRenumbering branches, Contract contract, Author author) {
    this.branches = branches;
    this.contract = contract;
    this.author = author;
  }

  @Override
  public Response planRenumbering(String key, @Nullable String number, @Nullable Boolean exchange) {
    String wanted = Objects.toString(number, "");
    return RecordKey.parse(key)
        .map(head -> new RenumberingWish(head, wanted, Boolean.TRUE.equals(exchange)))
        .flatMap(branches::plan)
        .map(plan -> Response.ok(RenumberingJson.of(plan)).build())
        .orElseGet(RenumberingsResource::noRecord);
  }

  @Override
  public Response renumberBranch(String key, JsonNode body) {
    List<Finding> findings = contract.checkWithNote("RenumberingOrder", body);
    Optional<RecordKey> head = RecordKey.parse(key);
    if (head.isEmpty()) {
      return noRecord();
    }
    if (!findings.isEmpty()) {
      return Problems.unprocessable(findings);
    }
    RenumberingWish wish =
        new RenumberingWish(
            head.get(), body.path("number").asText(), body.path("exchange").asBoolean());
    return switch (branches.apply(wish, body.path("state").asText(), author.noteIn(body))) {
      case RenumberingOutcome.Applied(RenumberingAct act) -> made(act);
      case RenumberingOutcome.Stale _ -> stale();
      case RenumberingOutcome.Refused(RenumberingPlan plan) when isMoved(plan) ->
          Problems.conflict("Somebody else was faster", plan.findings());
      case RenumberingOutcome.Refused(RenumberingPlan plan) ->
          Problems.unprocessable(plan.findings());
      case RenumberingOutcome.NotFound _ -> noRecord();
    };
  }

  private static boolean isMoved(RenumberingPlan plan) {
    return plan.findings().stream().anyMatch(one -> one.code() == FindingCode.MOVED);
  }

  private Response made(RenumberingAct act) {
    return Response.created(URI.create("/api/v1/renumberings/" + act.id()))
        .entity(RenumberingJson.of(act, branches.lines(act.id())))
        .build();
  }

  private static Response stale() {
    Finding moved =
        Finding.error(
            FindingCode.MOVED,
            new Place.Pointer("/state"),
            null,
            "the state of the present plan: the draft has changed since, so look at it again");
    return Problems.conflict("The draft has changed since the plan was made", List.of(moved));
  }

  @Override
  public Response listRenumberings(@Nullable Long cursor, @Nullable Integer limit) {
    int most = limit == null ? 50 : limit;
    return Response.ok(RenumberingJson.page(branches.recent(cursor, most), most)).build();
  }

  @Override
  public Response getRenumbering(Long id) {
    return branches
        .find(id)
        .map(act -> Response.ok(RenumberingJson.of(act, branches.lines(id))).build())
        .orElseGet(RenumberingsResource::noRenumbering);
  }

  @Override
  public Response planUndoOfRenumbering(Long id) {
    return branches
        .planUndo(id)
        .map(plan -> Response.ok(RenumberingJson.of(plan)).build())
        .orElseGet(RenumberingsResource::noRenumbering);
  }

  @Override
  public Response undoRenumbering(Long id, JsonNode body) {
    List<Finding> findings = contract.checkWithNote("RenumberingUndo", body);
    if (!findings.isEmpty()) {
      return Problems.unprocessable(findings);
    }
    return switch (branches.undo(id, body.path("state").asText(), author.noteIn(body))) {
      case RenumberingOutcome.Applied(RenumberingAct act) -> made(act);
      case RenumberingOutcome.Stale _ -> stale();
      case RenumberingOutcome.Refused(RenumberingPlan plan) ->
          Problems.conflict("Others have built on this renumbering", plan.findings());
      case RenumberingOutcome.NotFound _ -> noRenumbering();
    };
  }

  private static Response noRecord() {
    return Problems.notFound("record of that key");
  }

  private static Response noRenumbering() {
    return Problems.notFound("renumbering of that number");
  }
}
