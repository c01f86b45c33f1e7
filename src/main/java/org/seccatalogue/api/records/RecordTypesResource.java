package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.RecordTypesApi;
import org.seccatalogue.schema.CatalogueSchema;

class RecordTypesResource implements RecordTypesApi {

  private final CatalogueSchema schema;

  RecordTypesResource(CatalogueSchema schema) {
    this.schema = schema;
  }

  @Override
  public Response listRecordTypes() {
    return Response.ok(RecordTypeJson.all(schema)).build();
  }

  @Override
  public Response getRecordType(String type) {
    return schema
        .type(type)
        .map(found -> Response.ok(RecordTypeJson.of(found)).build())
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
