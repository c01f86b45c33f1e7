package org.seccatalogue.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.seccatalogue.testkit.Installation;

/// Some clients of each slow kind, whom nobody else is to notice.
final class SlowClients {

  private static final int OF_EACH = 5;
  private static final long STEP_MS = 20;

  private final Diary diary;
  private final List<SlowClient> clients = new ArrayList<>();
  private final ScheduledExecutorService steps =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("Slow clients").factory());

  SlowClients(Installation catalogue, Diary diary) {
    this.diary = diary;
    for (SlowClient.Way way : SlowClient.Way.values()) {
      for (int i = 0; i < OF_EACH; i++) {
        clients.add(new SlowClient(way, catalogue.port()));
      }
    }
  }

  void begin() {
    var _ = steps.scheduleWithFixedDelay(this::step, 0, STEP_MS, TimeUnit.MILLISECONDS);
  }

  private void step() {
    for (SlowClient client : clients) {
      client.step();
      client.wrong().ifPresent(diary.wrong::add);
    }
  }

  /// Has them go, and tells how many there were.
  int stop() throws InterruptedException {
    steps.shutdown();
    var _ = steps.awaitTermination(1, TimeUnit.MINUTES);
    clients.forEach(SlowClient::close);
    return clients.stream().mapToInt(SlowClient::connections).sum();
  }
}
