package org.seccatalogue.api.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.seccatalogue.queue.Queue;
import org.seccatalogue.queue.Queues;
import org.seccatalogue.queue.Shares;

/// Has requests wait in queues, and turns away those for which there is no room.
@ApplicationScoped
public class Turns {

  private final Queues queues;
  private final Clients clients;

  Turns(Queues queues, Clients clients) {
    this.queues = queues;
    this.clients = clients;
  }

  /// Does some work for a request when its turn comes; without room, the request goes on and is
  /// refused where it would be answered.
  public void take(RoutingContext context, Queue queue, Runnable work) {
    Shares.Room room = queues.of(queue).add(clients.of(context.request()), work);
    if (room != Shares.Room.THERE_IS) {
      refuse(context, Refusal.of(room));
    }
  }

  static void refuse(RoutingContext context, Refusal reason) {
    context.put(Refusal.REASON, reason);
    context.next();
    context.request().resume();
  }
}
