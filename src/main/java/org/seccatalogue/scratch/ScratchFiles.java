package org.seccatalogue.scratch;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The temporary files of this process, in a folder of its own among those of the machine.
public final class ScratchFiles {

  static final Path ALL = Path.of(System.getProperty("java.io.tmpdir"), "sec-catalogue-scratch");

  private static @Nullable ScratchFolder own;

  private ScratchFiles() {}

  /// A new, empty file. Whoever asks for it removes it; if the process ends before, it goes too.
  public static synchronized Path create() throws IOException {
    if (own == null) {
      own = ScratchFolder.open(ALL);
    }
    return own.create();
  }

  /// Removes all of them.
  static synchronized void removeAll() throws IOException {
    if (own != null) {
      own.remove();
      own = null;
    }
  }
}
