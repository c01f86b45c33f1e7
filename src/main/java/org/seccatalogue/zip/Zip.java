package org.seccatalogue.zip;

import java.io.IOException;
import java.io.OutputStream;

/// A zip archive that is written as it grows: a part is begun, written to and ended, and after the
/// last one the archive is finished. The stream below stays open.
public abstract sealed class Zip extends OutputStream permits PackedZip, PlainZip {

  /// Begins the next part.
  public abstract void begin(String name) throws IOException;

  /// Ends the part that was begun last.
  public abstract void end() throws IOException;

  /// Writes what comes after the last part.
  public abstract void finish() throws IOException;

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public abstract void write(byte[] bytes, int offset, int length) throws IOException;
}
