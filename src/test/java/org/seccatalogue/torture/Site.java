package org.seccatalogue.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seccatalogue.testkit.Installation;

/// The program, its database and its disk, as somebody finds them who has the machine.
final class Site implements AutoCloseable {

  private static final int READY_SECONDS = 120;
  private static final int LINES_OF_A_TRACE = 60;
  private static final int MOST_TOLD = 30;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern WARNING = Pattern.compile("\\S+ \\S+ (?:WARN|ERROR) ");
  private static final Pattern ERROR = Pattern.compile("\\S+ \\S+ ERROR ");

  private final Path folder;
  private final Disk disk;
  private Installation catalogue;

  private Site(Path folder, Disk disk, Installation catalogue) {
    this.folder = folder;
    this.disk = disk;
    this.catalogue = catalogue;
  }

  /// @param folder for logs
  static Site start(Path folder, Disk disk) throws IOException, InterruptedException {
    return new Site(folder, disk, installation(folder, disk));
  }

  private static Installation installation(Path folder, Disk disk)
      throws IOException, InterruptedException {
    return Installation.start(
        folder,
        disk.prefix(),
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dcatalogue.example-baseline=false",
            "-Dcatalogue.publisher=Programme",
            "-Dcatalogue.public.requests=0",
            "-Dcatalogue.body.patience=3S",
            "-Dcatalogue.database.directory=" + disk.folder().resolve("database"),
            "-Dcatalogue.import.uploads=" + disk.folder().resolve("uploads"),
            "-Djava.io.tmpdir=" + disk.folder()));
  }

  Installation catalogue() {
    return catalogue;
  }

  Disk disk() {
    return disk;
  }

  private Path database() {
    return disk.seen().resolve("database");
  }

  void killApplication() {
    catalogue.kill();
  }

  void killDatabase() throws IOException {
    Installation.server(database()).ifPresent(Installation::kill);
  }

  /// Has the database go on to files that it has no room for.
  void pressDatabase() throws IOException {
    if (Installation.server(database()).isPresent()) {
      new WriteAhead(database()).moveOn();
    }
  }

  void fill(long bytes) throws IOException {
    disk.fill(catalogue.process().toHandle(), bytes);
  }

  void free() throws IOException {
    disk.free(catalogue.process().toHandle());
  }

  /// Waits until it answers; nobody helps it.
  ///
  /// @param killed whether somebody must start it again, and nothing else
  void untilReady(boolean killed) throws IOException, InterruptedException {
    assertThat(catalogue.process().isAlive()).as(catalogue.log()).isEqualTo(!killed);
    if (killed) {
      catalogue = installation(folder, disk);
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (catalogue.given().get("/q/health/ready").statusCode() != 200) {
      assertThat(System.nanoTime()).as("ready again: %s", catalogue.log()).isLessThan(end);
    }
  }

  /// What a log says of failures, each with the beginning of its trace.
  static String faults(Installation installation) throws IOException {
    List<String> lines = installation.log().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> ERROR.matcher(lines.get(i)).lookingAt())
        .mapToObj(
            i -> String.join("\n", lines.subList(i, Math.min(i + LINES_OF_A_TRACE, lines.size()))))
        .collect(Collectors.joining("\n\n"));
  }

  /// What a log says again and again, however many are refused: that is told about once a minute.
  static List<String> repeated(Installation installation) throws IOException {
    Map<String, Long> told =
        installation
            .log()
            .lines()
            .filter(line -> WARNING.matcher(line).lookingAt())
            .map(line -> DIGITS.matcher(WARNING.matcher(line).replaceFirst("")).replaceAll("N"))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return told.entrySet().stream()
        .filter(line -> line.getValue() > MOST_TOLD)
        .map(line -> line.getValue() + " times: " + line.getKey())
        .toList();
  }

  @Override
  public void close() throws IOException {
    catalogue.close();
    Installation.stopServer(database());
    disk.close();
  }
}
