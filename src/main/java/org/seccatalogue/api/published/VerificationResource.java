package org.seccatalogue.api.published;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.UploadCheck;
import org.seccatalogue.api.contract.FileDifference;
import org.seccatalogue.api.contract.Verification;
import org.seccatalogue.api.contract.Verification.VerdictEnum;
import org.seccatalogue.bundle.Deviation;
import org.seccatalogue.bundle.Verdict;
import org.seccatalogue.bundle.Verifications;
import org.seccatalogue.finding.Finding;

/// Tells what files are. Written by hand: the generated interfaces know no names of files.
@Path("/api/v1/verifications")
class VerificationResource {

  private final Verifications verifications;

  VerificationResource(Verifications verifications) {
    this.verifications = verifications;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.APPLICATION_JSON, ProblemDetails.TYPE})
  public Response verifyFile(
      @RestForm("file") @Nullable FileUpload file, MultipartFormDataInput form) throws IOException {
    List<Finding> findings =
        UploadCheck.check(
            form,
            List.of("file"),
            file,
            "a bundle, a workbook, a Word or HTML document, a map or a manifest");
    return file == null || !findings.isEmpty()
        ? ProblemDetails.badRequest(findings)
        : Response.ok(json(verifications.verify(file.uploadedFile()))).build();
  }

  private static Verification json(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Authentic(var what, var baseline, var digest, var form, var notes) ->
          known(VerdictEnum.AUTHENTIC, what, baseline, digest)
              .message(what + " is authentic.")
              .form(form)
              .notes(notes);
      case Verdict.Derived(var what, var baseline, var digest, var form) ->
          known(VerdictEnum.DERIVED, what, baseline, digest)
              .message(
                  what
                      + " is derived from the baseline: every byte is as it is made from the signed"
                      + " records, and no signed list of files holds it.")
              .form(form)
              .notes(null);
      case Verdict.SavedAgain(var what, var baseline, var digest) ->
          known(VerdictEnum.SAVED_AGAIN, what, baseline, digest)
              .message(
                  what
                      + " was saved again by another program; all that it shows is what was"
                      + " published.")
              .notes(null);
      case Verdict.Whole(var what, var baseline, var digest, var notes) ->
          known(VerdictEnum.WHOLE, what, baseline, digest)
              .message(what + " is intact, and its signer was not checked.")
              .notes(notes);
      case Verdict.Different(var what, var summary, var baseline, var digest, var differences) ->
          known(VerdictEnum.DIFFERENT, what, baseline, digest)
              .message(summary)
              .differences(differences.stream().map(VerificationResource::difference).toList());
      case Verdict.Unknown(String reason) ->
          new Verification()
              .verdict(VerdictEnum.UNKNOWN)
              .message(reason)
              .notes(null)
              .differences(null);
    };
  }

  private static Verification known(
      VerdictEnum verdict, String what, @Nullable String baseline, @Nullable String digest) {
    return new Verification()
        .verdict(verdict)
        .what(what)
        .baseline(baseline)
        .digest(digest)
        .differences(null);
  }

  private static FileDifference difference(Deviation deviation) {
    return new FileDifference()
        .key(deviation.key())
        .part(deviation.part())
        .message(deviation.what())
        .expected(deviation.expected())
        .found(deviation.found());
  }
}
