package org.seccatalogue.api.door;

import jakarta.enterprise.context.ApplicationScoped;
import org.seccatalogue.queue.Shares;

/// The bodies that are being received.
@ApplicationScoped
class Bodies {

  private final BodySettings settings;
  private final Shares shares;

  Bodies(BodySettings settings) {
    this.settings = settings;
    shares = new Shares(settings.atATime(), settings.ofAClient());
  }

  Shares.Room take(String client) {
    return shares.take(client);
  }

  void giveBack(String client) {
    shares.giveBack(client);
  }

  BodyReceiver.Limits limits(long largest) {
    return new BodyReceiver.Limits(
        largest, settings.patience(), settings.leastSpeed().asLongValue());
  }
}
