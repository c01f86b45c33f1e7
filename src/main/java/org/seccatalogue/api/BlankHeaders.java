package org.seccatalogue.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Takes headers that say nothing as absent, which HTTP allows and the server would fail on.
@ApplicationScoped
class BlankHeaders {

  private static final int BEFORE_ALL = 1000;
  private static final List<CharSequence> MEDIA_TYPES =
      List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE);

  void register(@Observes Filters filters) {
    filters.register(BlankHeaders::remove, BEFORE_ALL);
  }

  private static void remove(RoutingContext context) {
    HttpServerRequest request = context.request();
    MEDIA_TYPES.stream()
        .filter(name -> request.getHeader(name) != null && request.getHeader(name).isBlank())
        .forEach(name -> request.headers().remove(name));
    context.next();
  }
}
