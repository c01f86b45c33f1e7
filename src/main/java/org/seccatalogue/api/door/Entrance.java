package org.seccatalogue.api.door;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/// Answers what the door refused, and gives resources the body that it received.
@Provider
@PreMatching
@Priority(0)
class Entrance implements ContainerRequestFilter {

  private final CurrentVertxRequest current;

  Entrance(CurrentVertxRequest current) {
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    RoutingContext context = current.getCurrent();
    if (context == null) {
      return;
    }
    if (context.get(Refusal.REASON) instanceof Refusal refusal) {
      request.abortWith(refusal.answer());
    } else if (context.get(ReceivedBody.BODY) instanceof ReceivedBody body) {
      request.setEntityStream(body.open());
    }
  }
}
