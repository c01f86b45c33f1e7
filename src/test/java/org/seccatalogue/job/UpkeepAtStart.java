package org.seccatalogue.job;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets upkeep come in the middle of a start, where a test asks for it: the timer may be as fast.
@ApplicationScoped
class UpkeepAtStart {

  private static final int BEFORE_ALL_OTHERS = 50;

  private final Event<Upkeep> upkeep;
  private final Clock clock;
  private final boolean asked;

  UpkeepAtStart(
      Event<Upkeep> upkeep,
      Clock clock,
      @ConfigProperty(name = "test.upkeep-at-start", defaultValue = "false") boolean asked) {
    this.upkeep = upkeep;
    this.clock = clock;
    this.asked = asked;
  }

  void atStart(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    if (asked) {
      upkeep.fire(new Upkeep(clock.instant()));
    }
  }
}
