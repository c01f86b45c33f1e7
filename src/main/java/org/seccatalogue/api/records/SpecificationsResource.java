package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.SpecificationsApi;
import org.seccatalogue.document.draft.Specifications;

class SpecificationsResource implements SpecificationsApi {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String HTML = "text/html;charset=UTF-8";

  private final Specifications specifications;

  SpecificationsResource(Specifications specifications) {
    this.specifications = specifications;
  }

  @Override
  public Response getWordSpecification(String section) {
    return specifications
        .word(section)
        .map(specification -> download(specification, WORD))
        .orElseGet(SpecificationsResource::missing);
  }

  @Override
  public Response getHtmlSpecification(String section) {
    return specifications
        .html(section)
        .map(specification -> download(specification, HTML))
        .orElseGet(SpecificationsResource::missing);
  }

  private static Response missing() {
    return Problems.notFound("section of that reference");
  }

  private static Response download(Specifications.Specification specification, String mediaType) {
    StreamingOutput body = out -> specification.writer().write(out);
    return Response.ok(body, mediaType)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"" + specification.fileName() + "\"")
        .build();
  }
}
