package org.seccatalogue.api.imports;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.Author;
import org.seccatalogue.api.Problems;
import org.seccatalogue.api.UploadCheck;
import org.seccatalogue.api.WaitPreference;
import org.seccatalogue.api.description.Contract;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.imports.ImportJobs.Reading;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.job.Job;
import org.seccatalogue.workbook.ReadingChoices;

/// Takes workbooks. Written by hand: the generated interfaces know no names of files.
@Path("/api/v1/imports")
class UploadResource {

  private final ImportJobs jobs;
  private final Author author;
  private final Contract contract;

  UploadResource(ImportJobs jobs, Author author, Contract contract) {
    this.contract = contract;
    this.jobs = jobs;
    this.author = author;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.APPLICATION_JSON, Problems.TYPE})
  public Response planImport(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("profile") @Nullable String profile,
      @RestHeader("Prefer") @Nullable String prefer,
      MultipartFormDataInput form) {
    List<Finding> findings = UploadCheck.check(form, ReadingForm.with("file", "profile"), file);
    findings.addAll(contract.checkField("planImport", "profile", profile));
    ReadingChoices choices = ReadingForm.read(form, findings);
    return file == null || !findings.isEmpty()
        ? Problems.badRequest(findings)
        : answer(read(file, profile, choices, prefer));
  }

  private Reading read(
      FileUpload file, @Nullable String profile, ReadingChoices choices, @Nullable String prefer) {
    long job = jobs.read(file.fileName(), file.uploadedFile(), profile, choices, author.note(null));
    return jobs.reading(job, WaitPreference.of(prefer));
  }

  private static Response answer(Reading reading) {
    return switch (reading) {
      case Reading.Unreadable(ImportRun _, List<Finding> findings) ->
          Problems.unprocessable(findings);
      case Reading.Read(ImportRun run) ->
          Response.created(URI.create("/api/v1/imports/" + run.id()))
              .entity(ImportJson.of(run))
              .build();
      case Reading.UnderWay(ImportRun run, Job job) -> ImportsResource.underWay(run, job);
      case Reading.Stopped(ImportRun _, Job job) -> ImportsResource.stopped(job);
    };
  }
}
