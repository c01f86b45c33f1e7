package org.seccatalogue.api.records;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.contract.SpecificationsApi;
import org.seccatalogue.document.draft.Specifications;
import org.seccatalogue.record.words.Meant;
import org.seccatalogue.revision.numbering.MeantRecords;

class SpecificationsResource implements SpecificationsApi {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String HTML = "text/html;charset=UTF-8";

  private final Specifications specifications;
  private final MeantRecords meant;

  SpecificationsResource(Specifications specifications, MeantRecords meant) {
    this.specifications = specifications;
    this.meant = meant;
  }

  @Override
  public Response getWordSpecification(String section) {
    return written(section, specifications::word, WORD);
  }

  @Override
  public Response getHtmlSpecification(String section) {
    return written(section, specifications::html, HTML);
  }

  /// Of a section by what it is called, or was called where nothing else is now.
  private Response written(
      String section,
      Function<String, Optional<Specifications.Specification>> writer,
      String mediaType) {
    Meant named = meant.of(section);
    return named
        .one()
        .flatMap(head -> writer.apply(head.name()))
        .map(specification -> download(specification, mediaType))
        .orElseGet(() -> missing(named));
  }

  private static Response missing(Meant named) {
    return named
        .question()
        .map(
            expected ->
                Problems.of(
                    404,
                    "There is no section of that reference",
                    "Ask for " + expected + ".",
                    List.of()))
        .orElseGet(() -> Problems.notFound("section of that reference"));
  }

  private static Response download(Specifications.Specification specification, String mediaType) {
    StreamingOutput body = out -> specification.writer().write(out);
    return Response.ok(body, mediaType)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"" + specification.fileName() + "\"")
        .build();
  }
}
