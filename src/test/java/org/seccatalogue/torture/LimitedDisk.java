package org.seccatalogue.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The disk of the machine, on which the application may write no more bytes to any file when it is
/// to be full. Its database goes on.
record LimitedDisk(Path folder) implements Disk {

  static Optional<Disk> of(Path folder) {
    LimitedDisk disk = new LimitedDisk(folder);
    try {
      disk.limit(ProcessHandle.current(), "");
      return Optional.of(disk);
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  private void limit(ProcessHandle program, String bytes) throws IOException {
    Process process =
        new ProcessBuilder("prlimit", "--pid=" + program.pid(), "--fsize" + bytes)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("The size of files cannot be limited");
    }
  }

  @Override
  public String kind() {
    return "a limit for the files of the application, not for those of the database";
  }

  /// Files that are there keep what they have.
  @Override
  public void fill(ProcessHandle program, long bytes) throws IOException {
    limit(program, "=0:");
  }

  @Override
  public void free(ProcessHandle program) throws IOException {
    if (program.isAlive()) {
      limit(program, "=unlimited:");
    }
  }
}
