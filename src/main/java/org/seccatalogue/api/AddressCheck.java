package org.seccatalogue.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Refuses addresses that are longer than any of ours, and those that climb by dots from one place
/// to another: what is public is told by the path as it was sent, and nothing else may be meant.
@ApplicationScoped
class AddressCheck {

  /// Below the limit of the server, which would answer with nothing.
  private static final int LONGEST = 8192;

  private static final int BEFORE_ALL = 3000;
  private static final String SLASH = "(?:/|\\\\|%2f|%5c)";
  private static final Pattern DOTS =
      Pattern.compile("(?i)" + SLASH + "(?:\\.|%2e){1,2}(?=" + SLASH + "|;|$)");

  void register(@Observes Filters filters) {
    filters.register(AddressCheck::filter, BEFORE_ALL);
  }

  private static void filter(RoutingContext context) {
    String path = context.request().path();
    if (context.request().uri().length() > LONGEST) {
      String advice = "An address has at most " + LONGEST + " characters.";
      refuse(context.response(), 414, ProblemDetails.text(414, "The address is too long", advice));
    } else if (path != null && DOTS.matcher(path).find()) {
      refuse(context.response(), 400, dots());
    } else {
      context.next();
    }
  }

  private static String dots() {
    Finding finding =
        Finding.error(
            FindingCode.BAD_VALUE,
            new Place.Parameter("path"),
            null,
            "a path without “.” and “..”");
    ObjectNode problem =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", "The request is malformed")
            .put("status", 400);
    problem
        .putArray("findings")
        .addObject()
        .put("severity", finding.severity().name())
        .put("code", finding.code().name())
        .put("place", finding.place().text())
        .put("parameter", "path")
        .put("expected", finding.expected())
        .put("message", finding.message());
    return problem.toString();
  }

  private static void refuse(HttpServerResponse response, int status, String problem) {
    response.setStatusCode(status);
    response.putHeader("Content-Type", ProblemDetails.TYPE);
    response.putHeader("Cache-Control", "no-store");
    var _ = response.end(problem);
  }
}
