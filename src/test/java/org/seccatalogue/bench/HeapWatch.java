package org.seccatalogue.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Watches how much of the heap is still in use after each garbage collection: what the work holds
/// at most, and not what it has thrown away.
final class HeapWatch {

  private static final long MEGABYTE = 1 << 20;

  private final AtomicLong most = new AtomicLong();

  HeapWatch() {
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> collected((CompositeData) notification.getUserData()),
              null,
              null);
    }
  }

  private void collected(CompositeData data) {
    long used =
        GarbageCollectionNotificationInfo.from(data)
            .getGcInfo()
            .getMemoryUsageAfterGc()
            .entrySet()
            .stream()
            .filter(pool -> isHeap(pool.getKey()))
            .map(java.util.Map.Entry::getValue)
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    most.accumulateAndGet(used, Math::max);
  }

  private static boolean isHeap(String pool) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .anyMatch(
            bean ->
                bean.getName().equals(pool)
                    && bean.getType() == java.lang.management.MemoryType.HEAP);
  }

  /// Begins anew, with nothing in the heap that is not in use.
  void restart() {
    collect();
    most.set(0);
  }

  @SuppressWarnings("PMD.DoNotCallGarbageCollectionExplicitly")
  private static void collect() {
    System.gc();
  }

  /// The most megabytes that were in use since.
  long megabytes() {
    long held = most.get();
    long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return (held == 0 ? now : held) / MEGABYTE;
  }
}
