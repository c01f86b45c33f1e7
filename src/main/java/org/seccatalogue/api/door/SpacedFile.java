package org.seccatalogue.api.door;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.seccatalogue.scratch.ScratchFiles;

/// A temporary file that takes its bytes of a space while they lie on the disk: as long as it is
/// kept or somebody is being sent it.
public final class SpacedFile {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final FileSpace space;
  private long bytes;
  private int users;
  private boolean kept = true;

  private SpacedFile(Path path, FileSpace space) {
    this.path = path;
    this.space = space;
  }

  public static SpacedFile create(FileSpace space) throws IOException {
    return new SpacedFile(ScratchFiles.create(), space);
  }

  /// There is no space for more bytes.
  public static final class NoSpace extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Where its bytes are written.
  ///
  /// @param makeRoom frees some space; false when there is nothing to free
  public OutputStream writing(BooleanSupplier makeRoom) throws IOException {
    return new BufferedOutputStream(
        new FilterOutputStream(Files.newOutputStream(path)) {
          @Override
          public void write(byte[] content, int offset, int length) throws IOException {
            take(length, makeRoom);
            out.write(content, offset, length);
          }

          @Override
          public void write(int value) throws IOException {
            take(1, makeRoom);
            out.write(value);
          }
        },
        BUFFER);
  }

  private void take(int count, BooleanSupplier makeRoom) throws NoSpace {
    while (!space.take(count)) {
      if (!makeRoom.getAsBoolean()) {
        throw new NoSpace();
      }
    }
    bytes += count;
  }

  public File file() {
    return path.toFile();
  }

  public long bytes() {
    return bytes;
  }

  /// Whether it can be sent: whoever begins to says when it has been.
  public synchronized boolean begin() {
    boolean there = kept || users > 0;
    if (there) {
      users++;
    }
    return there;
  }

  public synchronized void end() {
    users--;
    removeIfFree();
  }

  /// It is not kept any longer.
  public synchronized void drop() {
    if (kept) {
      kept = false;
      removeIfFree();
    }
  }

  private void removeIfFree() {
    if (!kept && users == 0) {
      var _ = file().delete();
      space.giveBack(bytes);
    }
  }
}
