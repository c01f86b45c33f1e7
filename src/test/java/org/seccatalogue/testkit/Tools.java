package org.seccatalogue.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs that tests run when they are there: those that npm brings into `target/tools`, Node.js,
/// Poppler and a Python that has what the client needs.
public final class Tools {

  private static final Path NPM = Path.of("target/tools/node_modules/.bin");
  private static final String LIBRARIES =
      "import pydantic, urllib3, dateutil; assert pydantic.VERSION.startswith('1.')";
  private static final int PATIENCE = 600;

  private Tools() {}

  /// What a program said, and with which code it ended.
  public record Ended(int code, String output) {}

  /// A program that npm brought.
  public static Optional<Path> npm(String name) {
    return Optional.of(NPM.resolve(name)).filter(Files::isExecutable);
  }

  /// The folder of the validator of JSON Schemas that npm brought.
  public static Optional<Path> ajv() {
    return Optional.of(NPM.resolveSibling("ajv")).filter(Files::isDirectory);
  }

  /// A program of Poppler, which reads PDF.
  public static Optional<Path> poppler(String name) {
    return onPath(name).findFirst();
  }

  public static Optional<Path> node() {
    return onPath("node").findFirst();
  }

  public static Optional<Path> curl() {
    return onPath("curl").findFirst();
  }

  public static Optional<Path> openssl() {
    return onPath("openssl").findFirst();
  }

  /// The first Python that can load what the generated client needs.
  public static Optional<Path> python() {
    return Stream.concat(onPath("python3"), Stream.of(Path.of("/usr/bin/python3")))
        .filter(Files::isExecutable)
        .filter(Tools::hasLibraries)
        .findFirst();
  }

  private static boolean hasLibraries(Path python) {
    try {
      return run(List.of(python.toString(), "-c", LIBRARIES)).code() == 0;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }

  /// Runs a program to its end.
  public static Ended run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tool", ".log");
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " did not end");
    }
    String printed = Files.readString(output);
    Files.delete(output);
    return new Ended(process.exitValue(), printed);
  }
}
