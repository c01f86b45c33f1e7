package org.seccatalogue.api.published;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<String, Integer> clients = new ConcurrentHashMap<>();

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

  private boolean hasShare(String client) {
    boolean[] has = new boolean[1];
    clients.compute(
        client,
        (String _, @Nullable Integer files) -> {
          int before = files == null ? 0 : files;
          has[0] = before < settings.ofAClient();
          return has[0] ? before + 1 : before;
        });
    return has[0];
  }

  private void leave(String client) {
    clients.computeIfPresent(client, (_, files) -> files > 1 ? files - 1 : null);
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
