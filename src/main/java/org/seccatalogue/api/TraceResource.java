package org.seccatalogue.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.TraceApi;
import org.seccatalogue.revision.Traces;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.trace.TraceReport;

class TraceResource implements TraceApi {

  private final Traces traces;
  private final CatalogueSchema schema;

  TraceResource(Traces traces, CatalogueSchema schema) {
    this.traces = traces;
    this.schema = schema;
  }

  @Override
  public Response getTrace(@Nullable Integer limit) {
    TraceReport report = traces.report(limit == null ? 50 : limit);
    ObjectNode body = Json.object().put("clauses", report.clauses());
    body.put("uncoveredCount", report.uncoveredCount());
    body.set("uncovered", Json.array(report.uncovered(), Json::head));
    body.put("requirements", report.requirements()).put("orphanCount", report.orphanCount());
    body.set("orphans", Json.array(report.orphans(), Json::head));
    body.put("links", report.links()).put("suspectCount", report.suspectCount());
    body.set("suspects", Json.array(report.suspects(), link -> Json.traced(link, schema, true)));
    return Response.ok(body).build();
  }
}
