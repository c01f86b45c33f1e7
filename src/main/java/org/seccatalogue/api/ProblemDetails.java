package org.seccatalogue.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.contract.Problem;
import org.seccatalogue.finding.Finding;

/// Problem details (RFC 9457), as the draft and baselines answer them alike. Knows nothing of the
/// draft.
public final class ProblemDetails {

  public static final String TYPE = "application/problem+json";

  private ProblemDetails() {}

  /// The request itself is wrong.
  public static Response badRequest(List<Finding> findings) {
    return of(400, "The request is malformed", null, findings);
  }

  public static Response notFound(String what) {
    return of(404, "There is no " + what, null, List.of());
  }

  public static Response of(
      int status, String title, @Nullable String detail, List<Finding> findings) {
    return answer(
        status,
        new Problem()
            .title(title)
            .status(status)
            .detail(detail)
            .findings(
                findings.isEmpty() ? null : findings.stream().map(PlainJson::finding).toList()));
  }

  /// The text of a problem, for answers that no resource gives.
  public static String text(int status, String title, String detail) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toString();
  }

  static Response answer(int status, Object problem) {
    return Response.status(status).type(TYPE).entity(problem).build();
  }
}
