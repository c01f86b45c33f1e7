package org.seccatalogue.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.spreadsheet.ImportRun;
import org.seccatalogue.spreadsheet.Imports;
import org.seccatalogue.spreadsheet.PlanOutcome;

/// Takes workbooks. Written by hand: the generated interfaces know no names of files.
@Path("/api/v1/imports")
class UploadResource {

  private final Imports imports;
  private final Author author;

  UploadResource(Imports imports, Author author) {
    this.imports = imports;
    this.author = author;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.APPLICATION_JSON, Problems.TYPE})
  public Response planImport(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("profile") @Nullable String profile,
      MultipartFormDataInput form) {
    List<Finding> findings = Forms.check(form, List.of("file", "profile"), file);
    return file == null || !findings.isEmpty()
        ? Problems.badRequest(findings)
        : answer(imports.plan(file.fileName(), file.uploadedFile(), profile, author.note(null)));
  }

  private static Response answer(PlanOutcome outcome) {
    return switch (outcome) {
      case PlanOutcome.Unreadable(List<Finding> findings) -> Problems.unprocessable(findings);
      case PlanOutcome.Planned(ImportRun run) ->
          Response.created(URI.create("/api/v1/imports/" + run.id())).entity(Json.run(run)).build();
    };
  }
}
