package org.seccatalogue.api.published;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.baseline.standing.RecordStanding;

/// Names with all that is about a named baseline the address that tells what became of it: the
/// answers themselves never change, and so cannot say it. The relation is that of RFC 8631.
@Provider
class StandingLinks implements ContainerResponseFilter {

  /// Where what became of a record stands, below its own address.
  static final String STANDING = "/standing";

  private static final List<String> READING = List.of("GET", "HEAD");
  private static final Pattern RECORD =
      Pattern.compile("(/api/v1/baselines/[^/]+/records/[^/]+)(?:/links)?");
  private static final Pattern NAMED = Pattern.compile("(/api/v1/baselines/[^/]+)/.+");

  /// A link to what became of something.
  static String status(String address) {
    return "<" + address + ">; rel=\"status\"";
  }

  /// The answer of a baseline that does not have a record of another one.
  static Response absent(RecordStanding standing) {
    String record =
        "/api/v1/baselines/" + standing.asked().id() + "/records/" + standing.key() + STANDING;
    Response problem =
        ProblemDetails.of(
            404, "There is no record of that key in the baseline", standing.allWords(), List.of());
    return Response.fromResponse(problem).header("Link", status(record)).build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != 200
        || !READING.contains(request.getMethod())
        || response.getHeaders().containsKey("Link")) {
      return;
    }
    String path = request.getUriInfo().getRequestUri().getRawPath();
    Matcher record = RECORD.matcher(path);
    Matcher named = NAMED.matcher(path);
    if (record.matches()) {
      response.getHeaders().putSingle("Link", status(record.group(1) + STANDING));
    } else if (named.matches() && !path.endsWith(STANDING)) {
      response.getHeaders().putSingle("Link", status(named.group(1)));
    }
  }
}
