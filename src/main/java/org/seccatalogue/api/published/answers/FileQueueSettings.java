package org.seccatalogue.api.published.answers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How files are written that readers ask for.
@ConfigMapping(prefix = "catalogue.public.queue")
interface FileQueueSettings {

  /// How many are written at a time.
  @WithDefault("2")
  int atATime();

  /// How many wait besides.
  @WithDefault("20")
  int waiting();

  /// How many one client may wait for, those that are being written included.
  @WithDefault("5")
  int ofAClient();

  /// How long a request waits for a file, if it does not say.
  @WithDefault("2S")
  Duration patience();

  /// How long a request may say that it waits.
  @WithDefault("60S")
  Duration mostPatience();
}
