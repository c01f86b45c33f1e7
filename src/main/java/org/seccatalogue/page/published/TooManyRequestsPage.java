package org.seccatalogue.page.published;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.seccatalogue.page.PageHeaders;

/// Tells people that they have asked for too many pages. It is the same page each time, made once.
@ApplicationScoped
class TooManyRequestsPage {

  private static final int STATUS = 429;

  /// Behind what counts requests, and before everything that answers them.
  private static final int PRIORITY = 40;

  void register(@Observes Filters filters) {
    filters.register(TooManyRequestsPage::filter, PRIORITY);
  }

  private static void filter(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.getStatusCode() != STATUS) {
      request.next();
      return;
    }
    PageHeaders.all()
        .forEach(
            (name, value) -> {
              if (!response.headers().contains(name)) {
                response.putHeader(name, value);
              }
            });
    response.putHeader("Content-Type", "text/html;charset=UTF-8");
    var _ = response.end(Made.PAGE);
  }

  /// Made when it is first needed.
  private static final class Made {
    static final Buffer PAGE = Buffer.buffer(PublishedErrors.page(STATUS));
  }
}
