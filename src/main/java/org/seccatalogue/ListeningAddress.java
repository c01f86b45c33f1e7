package org.seccatalogue;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Where the catalogue is found: on this machine alone, as nobody can sign in yet. The public side
/// alone may be found anywhere: it has nothing that anybody would have to sign in for.
@ApplicationScoped
class ListeningAddress {
  private static final Logger LOG = Logger.getLogger(ListeningAddress.class);

  private final boolean alone;

  ListeningAddress(@ConfigProperty(name = PublicSide.SIDE, defaultValue = "both") String side) {
    alone = side.equals(PublicSide.PUBLIC);
  }

  /// Why the catalogue is not to listen on this host; nothing if it may.
  static Optional<String> refusal(String host) {
    return isLoopback(host)
        ? Optional.empty()
        : Optional.of(
            "The catalogue does not listen on %s: nobody can sign in yet, so it is for this machine"
                    .formatted(host)
                + " alone. Leave quarkus.http.host at 127.0.0.1, localhost or ::1.");
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  void say(@ObservesAsync HttpServerStart started) {
    var options = started.options();
    LOG.infof(
        alone
            ? "The published catalogue is at http://%s:%d/"
            : "The catalogue is at http://%s:%d/ - for this machine alone, until people can sign in.",
        options.getHost(),
        options.getPort());
  }
}
