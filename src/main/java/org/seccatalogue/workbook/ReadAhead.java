package org.seccatalogue.workbook;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the next part of something in a thread of its own while the last one is being worked on.
/// What is read with is used by that thread alone; what is read passes from it whole.
public final class ReadAhead {

  private ReadAhead() {}

  /// Works on one part after the other, up to the one that is the last.
  ///
  /// @param read gives the next part; what it throws is thrown here
  public static <T> void each(Supplier<T> read, Predicate<T> isLast, Consumer<T> work) {
    try (ExecutorService reader =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("workbook rows").factory())) {
      T part = outcome(reader.submit(read::get));
      while (!isLast.test(part)) {
        Future<T> next = reader.submit(read::get);
        work.accept(part);
        part = outcome(next);
      }
      work.accept(part);
    }
  }

  /// Waits for what another thread does; what that throws is thrown here.
  static <T extends @Nullable Object> T outcome(Future<T> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rows were read or written", e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException cause -> cause;
        case Error cause -> throw cause;
        case null, default -> new IllegalStateException(e);
      };
    }
  }
}
