package org.seccatalogue.api.imports;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.UploadCheck;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// Suggests profiles for workbooks. Written by hand: the generated interfaces know no names of
/// files.
@Path("/api/v1/import-suggestions")
class SuggestionResource {

  private final Mappings mappings;

  SuggestionResource(Mappings mappings) {
    this.mappings = mappings;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.APPLICATION_JSON, Problems.TYPE})
  public Response suggestImportProfile(
      @RestForm("file") @Nullable FileUpload file, MultipartFormDataInput form) {
    List<Finding> findings = UploadCheck.check(form, ReadingForm.with("file"), file);
    ReadingChoices choices = ReadingForm.read(form, findings);
    return file == null || !findings.isEmpty()
        ? Problems.badRequest(findings)
        : answer(mappings.suggest(file.fileName(), file.uploadedFile(), choices), choices);
  }

  private static Response answer(Mappings.Looked looked, ReadingChoices choices) {
    return switch (looked) {
      case Mappings.Looked.Seen(Mappings.Suggestion suggestion) ->
          Response.ok(SuggestionJson.of(suggestion, choices)).build();
      case Mappings.Looked.Unreadable(List<Finding> findings) -> Problems.unprocessable(findings);
    };
  }
}
