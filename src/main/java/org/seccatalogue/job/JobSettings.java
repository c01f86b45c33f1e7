package org.seccatalogue.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How jobs are done.
@ConfigMapping(prefix = "catalogue.job")
interface JobSettings {

  /// How many jobs a node does at a time.
  @WithDefault("2")
  int workers();

  /// How often a node looks for work that waits, and for work whose process is gone.
  @WithDefault("1S")
  Duration lookEvery();

  /// How long a request waits for a job that it begins, if it does not say.
  @WithDefault("2S")
  Duration patience();

  /// How long a request may say that it waits.
  @WithDefault("60S")
  Duration mostPatience();

  /// How many requests wait at a time. Each has a thread meanwhile; one more is answered at once.
  @WithDefault("4")
  int waiters();

  /// How long jobs that have ended are listed.
  @WithDefault("90D")
  Duration kept();
}
