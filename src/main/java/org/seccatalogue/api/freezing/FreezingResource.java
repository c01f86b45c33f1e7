package org.seccatalogue.api.freezing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.JobJson;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.PublicationJson;
import org.seccatalogue.api.WaitPreference;
import org.seccatalogue.api.contract.FreezingApi;
import org.seccatalogue.api.contract.SigningKey;
import org.seccatalogue.api.description.Contract;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Publication;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.baseline.freezing.GateOutcome;
import org.seccatalogue.baseline.freezing.GateReport;
import org.seccatalogue.baseline.freezing.Projections;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.baseline.publication.MarkOutcome;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.freezing.FreezingOutcome;
import org.seccatalogue.freezing.Freezings;
import org.seccatalogue.freezing.Publisher;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;

/// Freezes the draft, and says what became of a baseline.
class FreezingResource implements FreezingApi {

  private final Baselines baselines;
  private final Freezings freezings;
  private final SigningKeys keys;
  private final Contract contract;
  private final Publisher publisher;
  private final Projections projections;

  FreezingResource(
      Baselines baselines,
      Freezings freezings,
      SigningKeys keys,
      Contract contract,
      Publisher publisher,
      Projections projections) {
    this.baselines = baselines;
    this.freezings = freezings;
    this.keys = keys;
    this.contract = contract;
    this.publisher = publisher;
    this.projections = projections;
  }

  @Override
  public Response reportGate(JsonNode body) {
    List<Finding> findings = check(body);
    return findings.isEmpty()
        ? switch (baselines.gate(request(body, text(body, "by")))) {
          case GateOutcome.Reported(GateReport report) -> reported(report, disclosure(body));
          case GateOutcome.Rejected(List<Finding> wrong) -> Problems.unprocessable(wrong);
        }
        : Problems.unprocessable(findings);
  }

  private Response reported(GateReport report, Disclosure disclosure) {
    return Response.ok(
            FreezingJson.of(report, projections.goingOut(disclosure), disclosure.linkNotes()))
        .build();
  }

  @Override
  public Response freezeBaseline(JsonNode body, @Nullable String prefer) {
    List<Finding> findings = check(body);
    findings.addAll(publisher.findings(text(body, "by")));
    return findings.isEmpty()
        ? switch (freezings.freeze(request(body, publisher(body)), WaitPreference.of(prefer))) {
          case FreezingOutcome.Frozen(Baseline baseline) -> created(baseline);
          case FreezingOutcome.Stopped(GateReport report) ->
              Problems.conflict("There are issues to resolve or accept", report.findings());
          case FreezingOutcome.Rejected(List<Finding> wrong) -> Problems.unprocessable(wrong);
          case FreezingOutcome.UnderWay(Job job) -> accepted(job);
          case FreezingOutcome.Ended(Job job) -> ended(job);
        }
        : Problems.unprocessable(findings);
  }

  private static Response ended(Job job) {
    return job.state() == JobState.DIED
        ? Problems.died()
        : Problems.conflict("The job failed or was cancelled; nothing was published", List.of());
  }

  private static Response accepted(Job job) {
    return Response.accepted(JobJson.of(job))
        .location(URI.create("/api/v1/jobs/" + job.id()))
        .build();
  }

  private List<Finding> check(JsonNode body) {
    List<Finding> findings = new ArrayList<>(contract.check("Freezing", body));
    String dated = body.path("dated").asText();
    if (body.path("dated").isTextual() && day(dated).isEmpty()) {
      findings.add(
          Finding.error(
              FindingCode.BAD_VALUE,
              new Place.Pointer("/dated"),
              dated,
              "a day such as 2011-11-30"));
    }
    return findings;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public Response actOnBaseline(String baseline, JsonNode body) {
    List<Finding> findings = new ArrayList<>(contract.check("BaselineAct", body));
    findings.addAll(publisher.findings(text(body, "by")));
    if (!findings.isEmpty()) {
      return Problems.unprocessable(findings);
    }
    return switch (baselines.mark(
        baseline,
        PublicationAction.valueOf(body.path("act").asText()),
        text(body, "reason"),
        text(body, "successor"),
        publisher(body))) {
      case MarkOutcome.Marked(Publication publication) ->
          Response.ok(PublicationJson.of(publication)).build();
      case MarkOutcome.Rejected(List<Finding> wrong) -> Problems.unprocessable(wrong);
      case MarkOutcome.NotFound() -> Problems.notFound("baseline of that id");
    };
  }

  @Override
  public Response rotateSigningKey() {
    return switch (keys.rotate()) {
      case SigningKeys.Rotation.Rotated(String keyId) ->
          Response.status(201).entity(new SigningKey().keyId(keyId)).build();
      case SigningKeys.Rotation.Missing(String sentence) -> Problems.conflict(sentence, List.of());
      case SigningKeys.Rotation.Configured() ->
          Problems.conflict(
              "The key is configured; configure another one to sign with another", List.of());
    };
  }

  private String publisher(JsonNode body) {
    return publisher.named(text(body, "by")).orElseThrow();
  }

  private static Response created(Baseline baseline) {
    return Response.created(URI.create("/api/v1/baselines/" + baseline.id()))
        .entity(FreezingJson.of(baseline))
        .build();
  }

  /// @param by absent where somebody only looks
  private static FreezeRequest request(JsonNode body, @Nullable String by) {
    JsonNode selection = body.path("selection");
    return new FreezeRequest(
        body.path("name").asText(),
        LocalDate.parse(body.path("dated").asText()),
        new Selection(
            texts(selection, "sections"),
            texts(selection, "types"),
            texts(selection, "stages"),
            text(selection, "wanted"),
            selection.path("notes").asBoolean(),
            selection.path("marked").asBoolean()),
        body.path("waivers").valueStream().map(FreezingResource::waiver).toList(),
        text(body, "note"),
        by == null ? "" : by,
        disclosure(body),
        text(body, "shown"));
  }

  private static Disclosure disclosure(JsonNode body) {
    JsonNode chosen = body.path("disclosure");
    return new Disclosure(texts(chosen, "attributes"), chosen.path("linkNotes").asBoolean());
  }

  private static Waiver waiver(JsonNode node) {
    return new Waiver(
        node.path("code").asText(),
        text(node, "key"),
        node.path("reason").asText(),
        node.path("by").asText());
  }

  private static List<String> texts(JsonNode node, String name) {
    return node.path(name).valueStream().map(JsonNode::asText).toList();
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asText() : null;
  }
}
