package org.seccatalogue.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// The server process over the cluster of one directory: started, stopped, and cleared away if the
/// application that started it was killed.
record Server(DatabaseDirectory directory, ServerPrograms programs, ServerAccount account) {
  private static final Logger LOG = Logger.getLogger(Server.class);
  private static final int START_ATTEMPTS = 10;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  /// A long recovery after a power failure is no reason to give up.
  private static final String START_SECONDS = "600";

  private static final String STOP_SECONDS = "60";

  /// What it needs to recover: two of the files that it writes ahead, of 16 MB each.
  private static final long LEAST_ROOM = 32L << 20;

  /// Starts the server on a free port of the loopback address and answers the port. An attempt
  /// fails if somebody takes the port meanwhile, or if processes of a killed server are still
  /// going away; so there are several.
  int start() throws IOException, Refusal {
    return start(Server::freePort);
  }

  /// Starts the server where it ran before it ended.
  void startAgain(int port) throws IOException, Refusal {
    stopLeftover();
    start(() -> port);
  }

  /// Says on which port to try.
  @FunctionalInterface
  private interface Port {
    int next() throws IOException;
  }

  private int start(Port ports) throws IOException, Refusal {
    keepPreviousLog();
    for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
      int port = ports.next();
      if (run("pg_ctl", "", startArguments(port)) == 0) {
        return port;
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    throw new Refusal(
        "PostgreSQL does not start in %s. Its log is %s."
            .formatted(directory.root(), directory.serverLog()));
  }

  /// What became of the server that was started last.
  Postmaster postmaster() throws IOException {
    return Postmaster.of(directory.cluster());
  }

  /// Whether there is room on the disk for what it writes when it starts.
  boolean hasRoom() {
    return directory.root().toFile().getUsableSpace() >= LEAST_ROOM;
  }

  private List<String> startArguments(int port) {
    return List.of(
        "start",
        "--wait",
        "--timeout=" + START_SECONDS,
        "--pgdata=" + directory.cluster(),
        "--log=" + directory.serverLog(),
        "--options=" + options(port));
  }

  /// On the command line these win over whatever the configuration file of the cluster says.
  private static String options(int port) {
    return String.join(
        " ",
        "-p " + port,
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=",
        "-c fsync=on",
        "-c synchronous_commit=on",
        "-c full_page_writes=on",
        "-c timezone=UTC",
        "-c log_timezone=UTC");
  }

  private void keepPreviousLog() throws IOException {
    var log = directory.serverLog();
    if (Files.exists(log)) {
      Files.move(
          log,
          log.resolveSibling("server.previous.log"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Stops the server that outlived a killed application. We hold the lock of the directory, so
  /// nobody uses that server any more.
  void stopLeftover() throws IOException, Refusal {
    switch (postmaster()) {
      case Postmaster.Absent() -> Postmaster.removeUnwritten(directory.cluster());
      case Postmaster.Running(ProcessHandle _) -> {
        if (run("pg_ctl", "", stopArguments()) != 0) {
          throw new Refusal(
              "The PostgreSQL that still runs in %s does not stop. End its process, then start again."
                  .formatted(directory.root()));
        }
      }
      case Postmaster.Replaced(Path pidFile) -> Files.deleteIfExists(pidFile);
    }
  }

  /// Stops the server after it ended its sessions and wrote everything down.
  void stop() {
    try {
      if (run("pg_ctl", "", stopArguments()) != 0 && postmaster() instanceof Postmaster.Running) {
        LOG.errorf("PostgreSQL in %s did not stop.", directory.root());
      }
    } catch (IOException failure) {
      LOG.errorf(failure, "PostgreSQL in %s could not be stopped.", directory.root());
    }
  }

  private List<String> stopArguments() {
    return List.of(
        "stop",
        "--mode=fast",
        "--wait",
        "--timeout=" + STOP_SECONDS,
        "--pgdata=" + directory.cluster());
  }

  void runOrRefuse(String program, String input, List<String> arguments)
      throws IOException, Refusal {
    if (run(program, input, arguments) != 0) {
      throw new Refusal(
          "PostgreSQL could not prepare %s. What it said is in %s."
              .formatted(directory.root(), commandLog()));
    }
  }

  private int run(String program, String input, List<String> arguments) throws IOException {
    var line = new ArrayList<>(account.prefix());
    line.add(programs.program(program).toString());
    line.addAll(arguments);
    return new ServerCommand(line).run(input, commandLog());
  }

  private Path commandLog() {
    return directory.root().resolve("command.log");
  }
}
