package org.seccatalogue.api.published.answers;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where files wait that readers asked for and that must be written first: a few are written at a
/// time, a number waits, and each client has a share of that. It has threads of its own, and
/// writes nothing to the database.
@ApplicationScoped
class FileQueue {

  private final FileQueueSettings settings;
  private final ThreadPoolExecutor workers;
  private final Map<String, Integer> clients = new HashMap<>();

  FileQueue(FileQueueSettings settings) {
    this.settings = settings;
    workers =
        new ThreadPoolExecutor(
            settings.atATime(),
            settings.atATime(),
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(settings.waiting()),
            Thread.ofPlatform().daemon().name("Published file ", 1).factory());
    workers.allowCoreThreadTimeOut(true);
  }

  /// Whether there was room.
  enum Place {
    WAITING,
    FULL,
    /// There is room, but not for this client.
    CLIENT_FULL
  }

  Place add(String client, Runnable work) {
    if (!hasShare(client)) {
      return Place.CLIENT_FULL;
    }
    try {
      workers.execute(
          () -> {
            try {
              work.run();
            } finally {
              leave(client);
            }
          });
      return Place.WAITING;
    } catch (RejectedExecutionException e) {
      leave(client);
      return Place.FULL;
    }
  }

  private synchronized boolean hasShare(String client) {
    int files = clients.getOrDefault(client, 0);
    boolean has = files < settings.ofAClient();
    if (has) {
      clients.put(client, files + 1);
    }
    return has;
  }

  private synchronized void leave(String client) {
    int left = clients.getOrDefault(client, 1) - 1;
    if (left == 0) {
      clients.remove(client);
    } else {
      clients.put(client, left);
    }
  }

  /// How long a request waits for a file.
  ///
  /// @param asked how long it prefers to; absent when it does not say
  Duration patience(@Nullable Duration asked) {
    Duration wanted = asked == null ? settings.patience() : asked;
    return wanted.compareTo(settings.mostPatience()) < 0 ? wanted : settings.mostPatience();
  }

  /// How many files are being written, or wait for that.
  int waiting() {
    return workers.getActiveCount() + workers.getQueue().size();
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }
}
