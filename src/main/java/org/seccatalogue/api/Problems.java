package org.seccatalogue.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.Record;
import org.seccatalogue.api.contract.Revision;
import org.seccatalogue.api.contract.StaleProblem;
import org.seccatalogue.finding.Finding;

/// Problem details (RFC 9457): the one place where failures become answers.
public final class Problems {

  public static final String TYPE = ProblemDetails.TYPE;

  private static final int SECONDS = 5;

  private Problems() {}

  /// The request itself is wrong.
  public static Response badRequest(List<Finding> findings) {
    return of(400, "The request is malformed", null, findings);
  }

  /// The request is well formed, and what it says is wrong.
  public static Response unprocessable(List<Finding> findings) {
    return of(422, "The request is invalid", null, findings);
  }

  public static Response notFound(String what) {
    return of(404, "There is no " + what, null, List.of());
  }

  public static Response conflict(String title, List<Finding> findings) {
    return of(409, title, null, findings);
  }

  public static Response forbidden() {
    return of(403, "This comes from another site", null, List.of());
  }

  public static Response preconditionRequired() {
    String detail = "Send the ETag of the version that you read in If-Match.";
    return of(428, "A change must name the version that it changes", detail, List.of());
  }

  public static Response stale(@Nullable Revision base, Record current) {
    return ProblemDetails.answer(
        412,
        new StaleProblem()
            .title("The record has changed since")
            .status(412)
            .base(base)
            .current(current));
  }

  /// Nobody did anything wrong, and the same may be asked again.
  ///
  /// @param seconds after which it is worth it
  public static Response later(String title, String detail, int seconds) {
    return Response.fromResponse(of(503, title, detail, List.of()))
        .header("Retry-After", seconds)
        .build();
  }

  /// A job ended, without its fault, while a request waited for it.
  public static Response died() {
    return later("The job was broken off; nothing was changed", "Begin it again soon.", SECONDS);
  }

  public static Response of(
      int status, String title, @Nullable String detail, List<Finding> findings) {
    return ProblemDetails.of(status, title, detail, findings);
  }
}
