package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.seccatalogue.sql.Command;

/// Reads the draft as it is at one moment, a few parts ahead of what is done with it. The reading
/// has a thread and a transaction of its own, which leaves nothing; so that of the caller is free
/// to write, and to say how far it is.
@ApplicationScoped
class DraftMoment {

  static final Duration LONGEST = Duration.ofHours(2);

  /// How many parts are read, and as many made ready, before they are needed: one that takes longer
  /// than others holds nobody up.
  private static final int AHEAD = 3;

  private final UserTransaction transaction;
  private final Session database;

  DraftMoment(UserTransaction transaction, Session database) {
    this.transaction = transaction;
    this.database = database;
  }

  /// Gives one part after the other, up to the first that is empty: while one is worked on, the
  /// next are made ready, and those after them read.
  ///
  /// @param making has a thread of its own, as reading has
  /// @param work is done by the caller
  <T> void each(FreezeWalk walk, Function<List<FrozenRecord>, T> making, Consumer<T> work) {
    try (ExecutorService reader = thread("Draft of one moment");
        ExecutorService maker = thread("Rows of a baseline")) {
      try {
        each(walk, reader, part -> maker.submit(() -> making.apply(part)), work);
      } finally {
        var _ = outcome(reader.submit(this::end));
      }
    }
  }

  private <T> void each(
      FreezeWalk walk,
      ExecutorService reader,
      Function<List<FrozenRecord>, Future<T>> making,
      Consumer<T> work) {
    Deque<Future<List<FrozenRecord>>> read = new ArrayDeque<>();
    Deque<Future<T>> made = new ArrayDeque<>();
    read.add(reader.submit(() -> first(walk)));
    List<FrozenRecord> part = outcome(read.remove());
    while (!part.isEmpty()) {
      while (read.size() < AHEAD) {
        read.add(reader.submit(walk::next));
      }
      made.add(making.apply(part));
      if (made.size() == AHEAD) {
        work.accept(outcome(made.remove()));
      }
      part = outcome(read.remove());
    }
    made.forEach(last -> work.accept(outcome(last)));
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  private List<FrozenRecord> first(FreezeWalk walk) throws SystemException, NotSupportedException {
    transaction.setTransactionTimeout((int) LONGEST.toSeconds());
    transaction.begin();
    Command.of("set transaction isolation level repeatable read").run(database);
    walk.begin();
    return walk.next();
  }

  /// Takes back the choice of records, if there is one.
  private boolean end() throws SystemException {
    boolean begun = transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    if (begun) {
      transaction.rollback();
    }
    return begun;
  }

  private static <T> T outcome(Future<T> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the draft was read", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the draft cannot be read", e.getCause());
    }
  }
}
