package org.seccatalogue.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    ObjectNode body = body(status, title, detail);
    if (!findings.isEmpty()) {
      body.set("findings", PlainJson.array(findings, PlainJson::finding));
    }
    return answer(status, body);
  }

  public static ObjectNode body(int status, String title, @Nullable String detail) {
    ObjectNode body = PlainJson.object().put("title", title).put("status", status);
    return detail == null ? body : body.put("detail", detail);
  }

  static Response answer(int status, ObjectNode body) {
    return Response.status(status).type(TYPE).entity(body).build();
  }
}
