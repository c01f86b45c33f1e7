package org.seccatalogue.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

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
      refuse(context.response(), 414, "The address is too long", advice);
    } else if (path != null && DOTS.matcher(path).find()) {
      String advice = "Write the path without “.” and “..”.";
      refuse(context.response(), 400, "The address is malformed", advice);
    } else {
      context.next();
    }
  }

  private static void refuse(HttpServerResponse response, int status, String title, String advice) {
    response.setStatusCode(status);
    response.putHeader("Content-Type", ProblemDetails.TYPE);
    response.putHeader("Cache-Control", "no-store");
    var _ = response.end(ProblemDetails.text(status, title, advice));
  }
}
