package org.seccatalogue.baseline.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.seccatalogue.sql.Command;

/// Reads the draft as it is at one moment, a part ahead of what is done with it. The reading has a
/// thread and a transaction of its own, which leaves nothing; so that of the caller is free to
/// write, and to say how far it is.
@ApplicationScoped
class DraftMoment {

  static final Duration LONGEST = Duration.ofHours(2);

  private final UserTransaction transaction;
  private final Session database;

  DraftMoment(UserTransaction transaction, Session database) {
    this.transaction = transaction;
    this.database = database;
  }

  /// Gives one part after the other, up to the first that is empty.
  void each(FreezeWalk walk, Consumer<List<FrozenRecord>> work) {
    try (ExecutorService reader =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("Draft of one moment").factory())) {
      try {
        List<FrozenRecord> part = outcome(reader.submit(() -> first(walk)));
        while (!part.isEmpty()) {
          Future<List<FrozenRecord>> next = reader.submit(walk::next);
          work.accept(part);
          part = outcome(next);
        }
      } finally {
        var _ = outcome(reader.submit(this::end));
      }
    }
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
