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
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
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

  private static final String SAVED_AGAIN =
      "Its bytes are not those that were published. All that it shows is what was published: no"
          + " words were hidden, added or changed.";

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
        case Verdict.Authentic authentic -> authentic(fileName, authentic);
        case Verdict.Derived(var what, var baseline, var digest, var form) ->
            of(
                what + " is derived from the baseline",
                fileName,
                new Of(baseline, digest),
                List.of(
                    ("Every byte is as it is made from the signed records, in form %d. No signed"
                            + " list of files holds it: it is made when somebody asks, or its baseline"
                            + " is so new that its files are not signed yet.")
                        .formatted(form)));
        case Verdict.SavedAgain(var what, var baseline, var digest) ->
            of(
                what + " was saved again by another program",
                fileName,
                new Of(baseline, digest),
                List.of(SAVED_AGAIN));
        case Verdict.Whole(var what, var baseline, var digest, var notes) ->
            of(
                what + " is intact, and its signer was not checked",
                fileName,
                new Of(baseline, digest),
                notes);
        case Verdict.Different different -> different(fileName, different);
        case Verdict.Unknown(String reason) ->
            of("Nothing can be said for this file", fileName, new Of(null, null), List.of(reason));
      };
    }

    private static Answer authentic(String fileName, Verdict.Authentic authentic) {
      return new Answer(
          "authentic",
          authentic.what() + " is authentic",
          fileName,
          authentic.baseline(),
          authentic.digest(),
          authentic.form() == null
              ? authentic.notes()
              : List.of("It was written in form " + authentic.form() + "."),
          List.of());
    }

    /// The baseline that a file is of.
    private record Of(@Nullable String name, @Nullable String digest) {}

    private static Answer of(String title, String fileName, Of baseline, List<String> notes) {
      return new Answer(
          "unknown", title, fileName, baseline.name(), baseline.digest(), notes, List.of());
    }

    private static Answer different(String fileName, Verdict.Different different) {
      return new Answer(
          "different",
          different.what() + " is not as it was published",
          fileName,
          different.baseline(),
          different.digest(),
          List.of(different.summary()),
          different.differences());
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

  /// The page that does the same without a server, to be kept and opened from a disk.
  @GET
  @Path("offline.html")
  public Response offline() throws IOException {
    try (InputStream page = getClass().getResourceAsStream("/offline/verify.html")) {
      return Response.ok(Objects.requireNonNull(page).readAllBytes(), Html.TYPE)
          .header("Content-Disposition", Html.attachment("verify-offline.html"))
          .build();
    }
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
