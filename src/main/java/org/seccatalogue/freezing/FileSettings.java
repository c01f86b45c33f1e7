package org.seccatalogue.freezing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Which files of baselines are written ahead.
@ConfigMapping(prefix = "catalogue.files")
interface FileSettings {

  /// Whether any are, as soon as a baseline is frozen.
  @WithDefault("true")
  boolean ahead();

  /// The largest file that is kept in the database.
  @WithDefault("256M")
  MemorySize largest();
}
