package org.seccatalogue.page.published;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.bundle.Deviation;
import org.seccatalogue.bundle.Verdict;
import org.seccatalogue.bundle.Verifications;
import org.seccatalogue.page.Html;
import org.seccatalogue.page.HtmlPage;

/// Tells readers whether a file is what was published.
@Path("/verify")
@HtmlPage
@Blocking
public class VerifyPages {

  private static final PageFrame FRAME = PageFrame.none("verify");

  private final Verifications verifications;

  VerifyPages(Verifications verifications) {
    this.verifications = verifications;
  }

  /// What a file turned out to be.
  ///
  /// @param look of the panel: authentic, different or unknown
  record Answer(
      String look,
      String title,
      String fileName,
      @Nullable String baseline,
      @Nullable String digest,
      List<String> notes,
      List<Deviation> differences) {

    static Answer of(String fileName, Verdict verdict) {
      return switch (verdict) {
        case Verdict.Authentic(var what, var baseline, var digest, var form, var notes) ->
            new Answer(
                "authentic",
                what + " is authentic",
                fileName,
                baseline,
                digest,
                form == null ? notes : List.of("It was written in form " + form + "."),
                List.of());
        case Verdict.Whole(var what, var baseline, var digest, var notes) ->
            new Answer("unknown", what + " is whole", fileName, baseline, digest, notes, List.of());
        case Verdict.Different(var what, var summary, var baseline, var digest, var all) ->
            new Answer(
                "different",
                what + " is not as it was published",
                fileName,
                baseline,
                digest,
                List.of(summary),
                all);
        case Verdict.Unknown(String reason) ->
            new Answer(
                "unknown",
                "This file is not known",
                fileName,
                null,
                null,
                List.of(reason),
                List.of());
      };
    }
  }

  @CheckedTemplate(basePath = "page/published")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance verify(
        PageFrame frame, @Nullable Answer answer, @Nullable String error);
  }

  @GET
  public Response form() {
    return Html.ok(Templates.verify(FRAME, null, null));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response verify(@RestForm("file") @Nullable FileUpload file) throws IOException {
    return file == null || file.fileName().isEmpty()
        ? Html.with(400, Templates.verify(FRAME, null, "Choose a file"))
        : Html.ok(
            Templates.verify(
                FRAME,
                Answer.of(file.fileName(), verifications.verify(file.uploadedFile())),
                null));
  }
}
