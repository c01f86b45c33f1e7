package org.seccatalogue;

import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one place that asks the machine for the time.
@Singleton
class SystemClock {

  /// @param ahead how much later it shall be here than the machine says: to rehearse, and to prove
  ///     that what is published does not depend on the day
  @Produces
  @Singleton
  Clock clock(@ConfigProperty(name = "catalogue.clock.ahead", defaultValue = "0S") Duration ahead) {
    if (!ahead.isZero()) {
      Log.warnf("The clock of the catalogue is %s ahead of the machine's.", ahead);
    }
    return Clock.offset(Clock.systemUTC(), ahead);
  }
}
