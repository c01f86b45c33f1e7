package org.seccatalogue.api;

import jakarta.ws.rs.core.Response;
import org.seccatalogue.api.contract.RecordTypesApi;
import org.seccatalogue.schema.CatalogueSchema;

class RecordTypesResource implements RecordTypesApi {

  private final CatalogueSchema schema;

  RecordTypesResource(CatalogueSchema schema) {
    this.schema = schema;
  }

  @Override
  public Response listRecordTypes() {
    var body = Json.object();
    body.set("items", Json.array(schema.types(), Json::type));
    return Response.ok(body).build();
  }

  @Override
  public Response getRecordType(String type) {
    return schema
        .type(type)
        .map(found -> Response.ok(Json.type(found)).build())
        .orElseGet(() -> Problems.notFound("record type of that name"));
  }

  @Override
  public Response getRecordTypeSchema(String type) {
    return schema
        .type(type)
        .map(found -> Response.ok(found.json()).type("application/schema+json").build())
        .orElseGet(() -> Problems.notFound("record type of that name"));
  }
}
