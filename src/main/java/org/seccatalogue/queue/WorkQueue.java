package org.seccatalogue.queue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Work that waits for its turn: some is done at a time, some waits, and each client has a share of
/// that. It has threads of its own.
public final class WorkQueue {

  private final Shares shares;
  private final ThreadPoolExecutor workers;

  WorkQueue(String name, QueueSettings.Size size) {
    shares = new Shares(size.atATime() + size.waiting(), size.ofAClient());
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    workers =
        new ThreadPoolExecutor(
            size.atATime(),
            size.atATime(),
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
  }

  /// Does some work when its turn comes, if there is room for it.
  public Shares.Room add(String client, Runnable work) {
    Shares.Room room = shares.take(client);
    if (room == Shares.Room.THERE_IS) {
      workers.execute(
          () -> {
            try {
              work.run();
            } finally {
              shares.giveBack(client);
            }
          });
    }
    return room;
  }

  /// How much is being done, or waits for that.
  public int size() {
    return shares.taken();
  }

  void stop() {
    workers.shutdownNow();
  }
}
