package org.seccatalogue.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file system in memory that only the program sees, made smaller to be full and larger to have
/// room. Linux lets everybody have one, in a namespace of their own; it goes when its keeper ends,
/// which it does when nobody can speak to it any more.
final class MountedDisk implements Disk {

  private static final String LARGE = "3g";
  private static final int MOST_TRIES = 100;

  private final Path folder;
  private final Process keeper;
  private final BufferedReader answers;
  private final Writer orders;

  private MountedDisk(Path folder, Process keeper) {
    this.folder = folder;
    this.keeper = keeper;
    answers = keeper.inputReader(StandardCharsets.UTF_8);
    orders = keeper.outputWriter(StandardCharsets.UTF_8);
  }

  static Optional<Disk> of(Path folder) throws IOException {
    Optional<MountedDisk> made = keeper().map(keeper -> new MountedDisk(folder, keeper));
    if (made.isPresent() && !made.get().isMade()) {
      made.get().close();
      return Optional.empty();
    }
    return made.map(Disk.class::cast);
  }

  private static Optional<Process> keeper() {
    try {
      return Optional.of(
          new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "sh")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  /// Whether it is mounted, programs can be started on it, and we see what they write.
  private boolean isMade() {
    try {
      return order("mount -t tmpfs -o mode=700,size=" + LARGE + " tmpfs '" + folder + "'")
          && starts()
          && seen().toFile().getTotalSpace() > 0;
    } catch (IOException refused) {
      return false;
    }
  }

  private boolean starts() throws IOException {
    List<String> line = new ArrayList<>(prefix());
    line.add("true");
    return new ProcessBuilder(line).start().onExit().join().exitValue() == 0;
  }

  private boolean order(String command) throws IOException {
    orders.write(command + " >/dev/null 2>&1 && echo yes || echo no\n");
    orders.flush();
    return "yes".equals(answers.readLine());
  }

  @Override
  public String kind() {
    return "a file system of its own for the application and the database";
  }

  @Override
  public List<String> prefix() {
    return List.of(
        "nsenter", "--target=" + keeper.pid(), "--user", "--preserve-credentials", "--mount");
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Path seen() {
    return Path.of("/proc/" + keeper.pid() + "/root" + folder);
  }

  @Override
  public boolean holdsDatabase() {
    return true;
  }

  /// What is written meanwhile may make it fuller than it would become.
  @Override
  public void fill(ProcessHandle program, long bytes) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (order(sized(used() + bytes))) {
        return;
      }
    }
    throw new IOException("The disk cannot be made smaller");
  }

  private long used() {
    return seen().toFile().getTotalSpace() - seen().toFile().getFreeSpace();
  }

  /// With all that could be left out, so that nothing is added that only its owner may ask for.
  private String sized(Object size) {
    return "mount -t tmpfs -o remount,size=" + size + " tmpfs '" + folder + "'";
  }

  @Override
  public void free(ProcessHandle program) throws IOException {
    if (!order(sized(LARGE))) {
      throw new IOException("The disk cannot be made larger");
    }
  }

  @Override
  public void close() {
    try (orders;
        answers) {
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keeper.onExit().join();
  }
}
