package org.seccatalogue.torture;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

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

  void saved(String key, int revision, String title) {
    records.merge(
        key,
        new Entry(revision, title),
        (before, after) -> after.revision() > before.revision() ? after : before);
    done.release();
  }

  void begun(String title) {
    imports.put(title, false);
  }

  void applied(String title) {
    imports.put(title, true);
    done.release();
  }

  void frozen(String id, String digest) {
    baselines.put(id, digest);
    done.release();
  }
}
