package org.seccatalogue.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;

/// Writes how far a job is with a session of its own, a few times each second.
final class WrittenProgress implements Progress {

  private static final long BETWEEN = 200_000_000;

  private final JobStore store;
  private final Connection session;
  private final long id;
  private String phase = "";
  private long written;

  WrittenProgress(JobStore store, Connection session, long id) {
    this.store = store;
    this.session = session;
    this.id = id;
  }

  @Override
  public void at(String now, long done, long total) {
    if (!now.equals(phase) || System.nanoTime() - written > BETWEEN) {
      phase = now;
      boolean goOn = QuarkusTransaction.suspendingExisting().call(() -> write(done, total));
      written = System.nanoTime();
      if (!goOn) {
        throw new JobStopped();
      }
    }
  }

  private boolean write(long done, long total) {
    try {
      return store.progress(session, id, new Job.Steps(phase, done, total));
    } catch (SQLException e) {
      throw new IllegalStateException("the progress of job " + id + " cannot be written", e);
    }
  }
}
