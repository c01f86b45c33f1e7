package org.seccatalogue.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Starts the server again where it ended and nobody had told it to: the system kills what takes
/// much memory, and a database of our own has no other keeper.
final class ServerWatch {

  private static final Logger LOG = Logger.getLogger(ServerWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Server server;
  private final int port;
  private final Runnable lost;
  private volatile boolean over;
  private boolean waits;

  /// @param lost what is done when the server does not start again
  ServerWatch(Server server, int port, Runnable lost) {
    this.server = server;
    this.port = port;
    this.lost = lost;
  }

  /// Begins to watch, on a thread of its own.
  void begin() {
    Thread.ofPlatform().name("Database watch").daemon().start(this::watch);
  }

  private void watch() {
    try {
      while (!over) {
        switch (server.postmaster()) {
          case Postmaster.Absent() -> ended();
          case Postmaster.Running(ProcessHandle process) -> {
            await(process);
            ended();
          }
          case Postmaster.Replaced(var _) -> {
            leave();
            return;
          }
        }
      }
    } catch (Refusal | IOException e) {
      lose(e);
    }
  }

  /// It is no child of ours: of others the system tells an end only to those who look.
  private void await(ProcessHandle process) {
    while (!over && process.isAlive()) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /// A server that the system does not describe may well be ours and at work.
  private static void leave() {
    LOG.warn(
        "This system does not say which program PostgreSQL is; if it ends, it is not started again");
  }

  /// Without room on the disk it could not even recover: it is left alone until there is some.
  private void ended() throws Refusal, IOException {
    if (server.hasRoom()) {
      waits = false;
      startAgain();
    } else {
      sayOnce();
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private void sayOnce() {
    if (!waits) {
      waits = true;
      LOG.warn("PostgreSQL ended, and is started again once there is room on its disk");
    }
  }

  private synchronized void startAgain() throws Refusal, IOException {
    if (!over) {
      LOG.warn("PostgreSQL ended without having been told to; it is started again");
      try {
        server.startAgain(port);
        LOG.info("PostgreSQL answers again");
      } catch (Refusal | IOException e) {
        if (server.hasRoom()) {
          throw e;
        }
      }
    }
  }

  private void lose(Exception failure) {
    LOG.error("PostgreSQL ended, and does not start again", failure);
    lost.run();
  }

  /// From here on the server may end.
  synchronized void end() {
    over = true;
  }
}
