package org.seccatalogue.scratch;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Removes the temporary files of processes that are gone, when one starts and each hour. It has a
/// timer of its own, because the public side alone has no other.
@ApplicationScoped
class ScratchSweep {

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("Scratch files").factory());

  void start(@Observes StartupEvent started) {
    var _ = timer.scheduleWithFixedDelay(ScratchSweep::sweep, 0, 1, TimeUnit.HOURS);
  }

  private static void sweep() {
    try {
      ScratchFolder.sweep(ScratchFiles.ALL);
    } catch (IOException e) {
      Log.warn("What other processes left cannot be removed", e);
    }
  }

  void stop(@Observes ShutdownEvent stopping) throws IOException {
    timer.shutdownNow();
    ScratchFiles.removeAll();
  }
}
