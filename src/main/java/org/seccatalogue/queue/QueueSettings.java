package org.seccatalogue.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/// How long the queues are, by their names; what is not configured stands in
/// `application.properties`.
@ConfigMapping(prefix = "catalogue.queue")
interface QueueSettings {

  @WithParentName
  Map<String, Size> all();

  /// How long a queue is.
  interface Size {

    /// How much is done at a time.
    int atATime();

    /// How much waits besides.
    int waiting();

    /// How much of both one client may have.
    int ofAClient();
  }
}
