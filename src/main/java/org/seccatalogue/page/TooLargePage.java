package org.seccatalogue.page;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Answers a form that says it is too large with a page, before any of it is kept. The server
/// itself would answer with nothing.
@ApplicationScoped
class TooLargePage {

  private static final int BEFORE_THE_SERVER_REFUSES = 500;

  private final long limit;

  TooLargePage(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, BEFORE_THE_SERVER_REFUSES);
  }

  private void filter(RoutingContext request) {
    boolean ours = ErrorPages.isPage(request.normalizedPath().substring(1));
    if (ours && length(request.request().getHeader("Content-Length")) > limit) {
      PageHeaders.ALL.forEach((name, value) -> request.response().putHeader(name, value));
      request
          .response()
          .setStatusCode(413)
          .putHeader("Content-Type", "text/html;charset=UTF-8")
          .end(ErrorPages.page(413));
    } else {
      request.next();
    }
  }

  private static long length(@Nullable String header) {
    return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
  }
}
