package org.seccatalogue.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.seccatalogue.api.contract.SpecificationsApi;
import org.seccatalogue.document.Specifications;

class SpecificationsResource implements SpecificationsApi {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Specifications specifications;

  SpecificationsResource(Specifications specifications) {
    this.specifications = specifications;
  }

  @Override
  public Response getWordSpecification(String section) {
    return specifications
        .word(section)
        .map(SpecificationsResource::download)
        .orElseGet(() -> Problems.notFound("section of that reference"));
  }

  private static Response download(Specifications.Specification specification) {
    StreamingOutput body = out -> specification.writer().write(out);
    return Response.ok(body, WORD)
        .header("Content-Disposition", "attachment; filename=\"" + specification.fileName() + "\"")
        .build();
  }
}
