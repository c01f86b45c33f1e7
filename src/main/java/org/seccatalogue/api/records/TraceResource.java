package org.seccatalogue.api.records;

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
    return Response.ok(TraceJson.of(report, schema)).build();
  }
}
