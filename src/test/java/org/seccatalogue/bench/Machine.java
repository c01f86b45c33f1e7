package org.seccatalogue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// The machine on which the figures hold.
final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final double GIGABYTE = 1 << 30;

  private Machine() {}

  /// Its figures in one line.
  static String description(String postgres) {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.UK,
        "%d cores of %s, %.0f GB; %s %s, -Xmx%dm; PostgreSQL %s",
        runtime.availableProcessors(),
        processor(),
        memory() / GIGABYTE,
        System.getProperty("java.vm.name"),
        Runtime.version(),
        runtime.maxMemory() / (1 << 20),
        postgres);
  }

  private static long memory() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
