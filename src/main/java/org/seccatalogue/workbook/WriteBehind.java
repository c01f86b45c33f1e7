package org.seccatalogue.workbook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Writes one part of something in a thread of its own while the next one is being read. No more
/// than two parts are in memory.
public final class WriteBehind implements AutoCloseable {

  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("workbook rows").factory());
  private Future<?> last = CompletableFuture.completedFuture(null);

  /// Begins to write a part when the one before is written; what that threw is thrown here.
  public void write(Runnable part) {
    finish();
    last = writer.submit(part);
  }

  /// Waits until everything is written.
  public void finish() {
    ReadAhead.outcome(last);
  }

  @Override
  public void close() {
    writer.close();
  }
}
