package org.seccatalogue.api.published;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.contract.PublishedType;
import org.seccatalogue.api.contract.PublishedTypeList;
import org.seccatalogue.api.contract.PublishedTypesApi;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.RecordSchemas;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;

/// The record types with which baselines were frozen.
class PublishedTypesResource implements PublishedTypesApi {

  private static final String SCHEMA = "application/schema+json";

  private final Published published;

  PublishedTypesResource(Published published) {
    this.published = published;
  }

  @Override
  public Response listPublishedTypes(String baseline) {
    return published
        .find(baseline)
        .map(found -> Response.ok(list(found)).build())
        .orElseGet(() -> ProblemDetails.notFound("baseline of that id"));
  }

  private PublishedTypeList list(Baseline baseline) {
    return new PublishedTypeList()
        .baseline(baseline.id())
        .items(
            published.schema(baseline).types().stream().map(type -> type(baseline, type)).toList());
  }

  private static PublishedType type(Baseline baseline, RecordType type) {
    return new PublishedType()
        .name(type.name())
        .label(type.label())
        .plural(type.plural())
        .prefix(type.prefix())
        .kind(type.kind().word())
        .schema(
            "/api/v1/baselines/%s/record-types/%s.schema.json"
                .formatted(baseline.id(), type.name()));
  }

  @Override
  public Response getPublishedSchema(String baseline, String type) {
    Optional<Baseline> found = published.find(baseline);
    if (found.isEmpty()) {
      return ProblemDetails.notFound("baseline of that id");
    }
    CatalogueSchema schema = published.schema(found.get());
    return schema
        .type(type)
        .map(one -> RecordSchemas.of(schema, one, found.get().schemaDigest()))
        .map(text -> Response.ok(text, SCHEMA).build())
        .orElseGet(() -> ProblemDetails.notFound("record type of that name in the baseline"));
  }
}
