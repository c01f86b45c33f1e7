package org.seccatalogue.scratch;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The temporary files of this process, in a folder of its own among those of the machine.
public final class ScratchFiles {

  /// Of the account alone: another one could not write there.
  static final Path ALL =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "sec-catalogue-scratch-" + System.getProperty("user.name"));

  private static @Nullable ScratchFolder own;

  private ScratchFiles() {}

  /// A new, empty file. Whoever asks for it removes it; if the process ends before, it goes too.
  public static synchronized Path create() throws IOException {
    return own().create();
  }

  /// A folder for files that others make, such as the bodies of requests; it goes with the process.
  public static synchronized Path folder(String name) throws IOException {
    return OwnerFolder.of(own().path().resolve(name));
  }

  /// What was cleaned away by the system or by somebody is made again.
  private static ScratchFolder own() throws IOException {
    if (own == null || !own.isThere()) {
      own = ScratchFolder.open(ALL);
    }
    return own;
  }

  /// Removes all of them.
  static synchronized void removeAll() throws IOException {
    if (own != null) {
      own.remove();
      own = null;
    }
  }
}
