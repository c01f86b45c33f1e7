package org.seccatalogue.api.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How bodies of requests are received.
@ConfigMapping(prefix = "catalogue.body")
interface BodySettings {

  /// How long a body may take in any case.
  @WithDefault("10S")
  Duration patience();

  /// Fewest bytes a second, on average, of one that takes longer.
  @WithDefault("10K")
  MemorySize leastSpeed();

  /// How many are received at a time.
  @WithDefault("1000")
  int atATime();

  /// How many of them one client may send.
  @WithDefault("500")
  int ofAClient();
}
