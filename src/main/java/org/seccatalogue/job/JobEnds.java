package org.seccatalogue.job;

import jakarta.inject.Singleton;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tells those who wait in this process that a job has ended here.
@Singleton
class JobEnds {

  private final Phaser ends = new Phaser(1);

  void tell() {
    ends.arrive();
  }

  /// Waits until a job has ended, but no longer than some nanoseconds: it may have ended before, or
  /// may end elsewhere.
  void await(long nanoseconds) {
    try {
      ends.awaitAdvanceInterruptibly(ends.getPhase(), nanoseconds, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // Whoever waits looks again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
