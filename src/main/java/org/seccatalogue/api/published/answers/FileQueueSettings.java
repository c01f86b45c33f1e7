package org.seccatalogue.api.published.answers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long readers wait for files that are written when they ask for them.
@ConfigMapping(prefix = "catalogue.public.queue")
interface FileQueueSettings {

  /// How long a request waits for a file, if it does not say.
  @WithDefault("2S")
  Duration patience();

  /// How long a request may say that it waits.
  @WithDefault("60S")
  Duration mostPatience();

  /// How long a request waits.
  ///
  /// @param asked how long it prefers to; absent when it does not say
  default Duration patience(@Nullable Duration asked) {
    Duration wanted = asked == null ? patience() : asked;
    return wanted.compareTo(mostPatience()) < 0 ? wanted : mostPatience();
  }
}
