package org.seccatalogue.api.published;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.seccatalogue.api.PlainJson;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.UploadCheck;
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
            "a bundle, a workbook, a Word or HTML document or a manifest");
    return file == null || !findings.isEmpty()
        ? ProblemDetails.badRequest(findings)
        : Response.ok(json(verifications.verify(file.uploadedFile()))).build();
  }

  private static ObjectNode json(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Authentic(var what, var baseline, var digest, var form, var notes) -> {
        ObjectNode node =
            known("AUTHENTIC", what, what + " is authentic.", baseline, digest, notes);
        yield form == null ? node : node.put("form", form);
      }
      case Verdict.Whole(var what, var baseline, var digest, var notes) ->
          known("WHOLE", what, what + " is whole.", baseline, digest, notes);
      case Verdict.Different(var what, var summary, var baseline, var digest, var differences) -> {
        ObjectNode node = known("DIFFERENT", what, summary, baseline, digest, List.of());
        node.set("differences", PlainJson.array(differences, VerificationResource::deviation));
        yield node;
      }
      case Verdict.Unknown(String reason) ->
          PlainJson.object().put("verdict", "UNKNOWN").put("message", reason);
    };
  }

  private static ObjectNode known(
      String verdict,
      String what,
      String message,
      @Nullable String baseline,
      @Nullable String digest,
      List<String> notes) {
    ObjectNode node =
        PlainJson.object().put("verdict", verdict).put("what", what).put("message", message);
    PlainJson.put(node, "baseline", baseline);
    PlainJson.put(node, "digest", digest);
    node.set("notes", PlainJson.array(notes, JsonNodeFactory.instance::textNode));
    return node;
  }

  private static ObjectNode deviation(Deviation deviation) {
    ObjectNode node = PlainJson.object();
    PlainJson.put(node, "key", deviation.key());
    node.put("part", deviation.part()).put("message", deviation.what());
    PlainJson.put(node, "expected", deviation.expected());
    PlainJson.put(node, "found", deviation.found());
    return node;
  }
}
