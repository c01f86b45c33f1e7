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

/// Refuses addresses that are longer than any of ours, those with NUL, those that climb by dots
/// from one place to another, and those that say a path in another way than we do: what is public,
/// what it costs and whose share it is are told by the path as it was sent, and nothing else may be
/// meant.
@ApplicationScoped
class AddressCheck {

  /// Below the limit of the server, which would answer with nothing.
  private static final int LONGEST = 8192;

  private static final int BEFORE_ALL = 3000;
  private static final String PLAIN =
      "a path without “;” and “//”, and with letters, digits, “-”, “.” and “_” as they are";

  /// PostgreSQL knows no text with it; nothing can be called so.
  private static final String NUL = "%00";

  private static final String SLASH = "(?:/|\\\\|%2f|%5c)";
  private static final Pattern DOTS =
      Pattern.compile("(?i)" + SLASH + "(?:\\.|%2e){1,2}(?=" + SLASH + "|;|$)");

  /// Parameters of a part of the path, parts without a name, and signs in numbers that need none:
  /// whoever finds the way leaves them out.
  private static final Pattern DISGUISED =
      Pattern.compile("(?i);|//|%(?:2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])");

  void register(@Observes Filters filters) {
    filters.register(AddressCheck::filter, BEFORE_ALL);
  }

  private static void filter(RoutingContext context) {
    String path = context.request().path();
    if (context.request().uri().length() > LONGEST) {
      String advice = "An address has at most " + LONGEST + " characters.";
      refuse(context.response(), 414, ProblemDetails.text(414, "The address is too long", advice));
    } else if (path != null && path.contains(NUL)) {
      refuse(context.response(), 400, malformed("text without NUL"));
    } else if (path != null && DOTS.matcher(path).find()) {
      refuse(context.response(), 400, malformed("a path without “.” and “..”"));
    } else if (path != null && DISGUISED.matcher(path).find()) {
      refuse(context.response(), 400, malformed(PLAIN));
    } else {
      context.next();
    }
  }

  private static String malformed(String expected) {
    Finding finding =
        Finding.error(FindingCode.BAD_VALUE, new Place.Parameter("path"), null, expected);
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
