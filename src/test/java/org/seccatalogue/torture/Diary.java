package org.seccatalogue.torture;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What people and programs were told that it is done, and what they had begun.
final class Diary {

  /// What a record was told to say.
  record Entry(int revision, String title) {}

  final Map<String, Entry> records = new ConcurrentHashMap<>();

  /// Titles before the numbers of the rows of a workbook; those that were told to be applied.
  final Map<String, Boolean> imports = new ConcurrentHashMap<>();

  /// Digests of frozen baselines, by id.
  final Map<String, String> baselines = new ConcurrentHashMap<>();

  /// Answers that nobody should get, whatever was killed.
  final Set<String> wrong = ConcurrentHashMap.newKeySet();

  /// One for each thing that was done in this round.
  final Semaphore done = new Semaphore(0);

  /// One for each thing that was refused in this round and may be asked for again.
  final Semaphore refused = new Semaphore(0);

  /// All that was done.
  final AtomicInteger acknowledged = new AtomicInteger();

  void saved(String key, int revision, String title) {
    records.merge(
        key,
        new Entry(revision, title),
        (before, after) -> after.revision() > before.revision() ? after : before);
    acknowledge();
  }

  void begun(String title) {
    imports.put(title, false);
  }

  void applied(String title) {
    imports.put(title, true);
    acknowledge();
  }

  void frozen(String id, String digest) {
    baselines.put(id, digest);
    acknowledge();
  }

  /// Keeps what another one says besides what it says itself.
  void add(Diary other) {
    records.putAll(other.records);
    imports.putAll(other.imports);
    baselines.putAll(other.baselines);
    acknowledged.addAndGet(other.acknowledged.get());
  }

  private void acknowledge() {
    acknowledged.incrementAndGet();
    done.release();
  }

  /// Waits until some more was done.
  void awaitDone(int many) throws InterruptedException {
    done.drainPermits();
    await(done, many, "done");
  }

  /// Waits until some more was refused.
  void awaitRefused(int many) throws InterruptedException {
    refused.drainPermits();
    await(refused, many, "refused");
  }

  private void await(Semaphore each, int many, String what) throws InterruptedException {
    if (!each.tryAcquire(many, 2, TimeUnit.MINUTES)) {
      throw new AssertionError(
          "%d things were not %s: %d were; %s"
              .formatted(many, what, each.availablePermits(), wrong));
    }
  }
}
