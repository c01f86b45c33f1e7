package org.seccatalogue.testkit;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/// The program as it was built, in a process of its own.
@NullUnmarked
public final class Installation implements AutoCloseable {

  private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final long PATIENCE = 300;

  /// It does much of everything once, as the tests themselves do.
  private static final List<String> BRIEFLY =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=200m");

  private final Process process;
  private final int port;
  private final Path log;

  private Installation(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /// Starts it and waits until it answers.
  ///
  /// @param folder that it works in, where its log goes, too
  /// @param settings arguments of Java, such as `-Dname=value`
  public static Installation start(Path folder, List<String> settings)
      throws IOException, InterruptedException {
    return start(folder, List.of(), settings);
  }

  /// The same by another program, which must become it.
  ///
  /// @param prefix the line of that, such as `nice`
  public static Installation start(Path folder, List<String> prefix, List<String> settings)
      throws IOException, InterruptedException {
    int port = freePort();
    Path log = Files.createTempFile(folder, "installation", ".log");
    List<String> line = new ArrayList<>(prefix);
    line.add(java());
    line.addAll(BRIEFLY);
    line.addAll(settings);
    line.addAll(
        List.of("-Dquarkus.http.port=" + port, "-jar", PROGRAM.toAbsolutePath().toString()));
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Installation installation = new Installation(process, port, log);
    installation.await();
    return installation;
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!log().contains("Listening on")) {
      boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new AssertionError(log());
      }
    }
  }

  /// A request to it.
  public RequestSpecification given() {
    return RestAssured.given().port(port);
  }

  /// Where it listens.
  public int port() {
    return port;
  }

  public Process process() {
    return process;
  }

  /// What it has said so far.
  public String log() throws IOException {
    return Files.readString(log, StandardCharsets.ISO_8859_1);
  }

  /// Kills it and nothing else: its database must cope with what is left.
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// The server over the database of an installation, while it runs.
  ///
  /// @param database what `catalogue.database.directory` says
  public static Optional<ProcessHandle> server(Path database) throws IOException {
    Path pid = database.resolve("cluster").resolve("postmaster.pid");
    return Files.exists(pid) && Files.size(pid) > 0
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
        : Optional.empty();
  }

  /// Kills a server with all that it has started.
  public static void kill(ProcessHandle server) {
    Stream.concat(Stream.of(server), server.descendants())
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  /// Stops the server that an installation left behind when it was killed.
  public static void stopServer(Path database) throws IOException {
    server(database)
        .ifPresent(
            server -> {
              kill(server);
              server.onExit().join();
            });
  }

  /// Ends it as a user would.
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
