package org.seccatalogue.api.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.BaselinesApi;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.record.RecordHead;

class BaselinesResource implements BaselinesApi {

  private final Published published;
  private final PublishedRecords records;

  BaselinesResource(Published published, PublishedRecords records) {
    this.published = published;
    this.records = records;
  }

  @Override
  public Response listBaselines() {
    ObjectNode body = PlainJson.object();
    body.set("items", PlainJson.array(published.baselines(), PublishedJson::summary));
    return Response.ok(body).build();
  }

  @Override
  public Response getBaseline(String baseline) {
    return of(
        baseline,
        found -> Response.ok(PublishedJson.baseline(found, published.publication(found))).build());
  }

  @Override
  public Response getManifest(String baseline) {
    return of(baseline, found -> Response.ok(found.manifest(), "application/json").build());
  }

  @Override
  public Response getSignature(String baseline) {
    return of(baseline, found -> Response.ok(found.signature(), "application/jose").build());
  }

  @Override
  public Response getPublishedOutline(String baseline) {
    return of(baseline, found -> Response.ok(outline(found)).build());
  }

  private ObjectNode outline(Baseline baseline) {
    ObjectNode body = PlainJson.object().put("baseline", baseline.id());
    body.set("items", PlainJson.array(records.outline(baseline), BaselinesResource::entry));
    return body;
  }

  private static JsonNode entry(RecordHead head) {
    int depth = (int) head.path().chars().filter(c -> c == '.').count();
    ObjectNode node = PlainJson.object().put("depth", depth);
    node.set("record", PlainJson.head(head));
    return node;
  }

  private Response of(String id, Function<Baseline, Response> answer) {
    return published
        .find(id)
        .map(answer)
        .orElseGet(() -> ProblemDetails.notFound("baseline of that id"));
  }
}
