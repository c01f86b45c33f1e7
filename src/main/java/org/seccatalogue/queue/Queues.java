package org.seccatalogue.queue;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The queues of this process: the one place that says how much costly work is done at a time, how
/// much waits, and how much of it a client may have.
@ApplicationScoped
public class Queues {

  private final Map<Queue, WorkQueue> all = new EnumMap<>(Queue.class);

  Queues(QueueSettings settings) {
    for (Queue queue : Queue.values()) {
      QueueSettings.Size size = settings.all().get(queue.word());
      if (size == null) {
        throw new IllegalStateException("catalogue.queue." + queue.word() + " is not configured");
      }
      all.put(queue, new WorkQueue("Queue " + queue.word(), size));
    }
  }

  public WorkQueue of(Queue queue) {
    return Objects.requireNonNull(all.get(queue));
  }

  @PreDestroy
  void stop() {
    all.values().forEach(WorkQueue::stop);
  }
}
