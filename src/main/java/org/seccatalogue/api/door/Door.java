package org.seccatalogue.api.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.seccatalogue.queue.Queue;
import org.seccatalogue.queue.Shares;

/// What every request passes: its body is received without a thread that waits for it, then it
/// waits in the queue of its kind, and is answered by a thread of that.
@ApplicationScoped
class Door {

  /// Behind all that counts and refuses requests.
  private static final int PRIORITY = 30;

  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Turns turns;
  private final Bodies bodies;
  private final Clients clients;
  private final long largest;

  Door(
      Turns turns,
      Bodies bodies,
      Clients clients,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.turns = turns;
    this.bodies = bodies;
    this.clients = clients;
    this.largest = largest.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  /// A request on its way through the door.
  ///
  /// @param own in which it is answered, on whichever thread
  private record Visit(RoutingContext context, ContextInternal own, Queue queue, String client) {

    HttpServerRequest request() {
      return context.request();
    }

    /// Unless whoever asked has gone.
    void answer() {
      if (!context.response().closed()) {
        own.dispatch(context::next);
      }
    }
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<Queue> queue = QueueOfRequest.of(request.method().name(), context.normalizedPath());
    if (queue.isEmpty() || context.get(Refusal.REASON) != null) {
      context.next();
      return;
    }
    ContextInternal own = (ContextInternal) context.vertx().getOrCreateContext();
    Visit visit = new Visit(context, own, queue.get(), clients.of(request));
    if (hasBody(request)) {
      receive(visit);
    } else {
      enter(visit);
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return !WITHOUT_BODY.contains(request.method())
        && !request.isEnded()
        && (length == null
            ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            : !length.equals("0"));
  }

  private void receive(Visit visit) {
    Shares.Room room = bodies.take(visit.client());
    if (room == Shares.Room.THERE_IS) {
      welcome(visit.request());
      BodyReceiver.receive(visit.context(), bodies.limits(largest), () -> received(visit));
    } else {
      Turns.refuse(visit.context(), Refusal.of(room));
    }
  }

  /// A client that asks before it sends the body is told to send it.
  private static void welcome(HttpServerRequest request) {
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      request.headers().remove(HttpHeaders.EXPECT);
      request.response().writeContinue();
    }
  }

  private void received(Visit visit) {
    bodies.giveBack(visit.client());
    if (visit.context().get(Refusal.REASON) != null) {
      visit.context().next();
    } else if (visit.context().get(ReceivedBody.BODY) != null) {
      enter(visit);
    }
  }

  private void enter(Visit visit) {
    turns.take(visit.context(), visit.queue(), visit::answer);
  }
}
