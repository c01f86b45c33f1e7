package org.seccatalogue.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Takes so many bytes and no more.
final class BoundedOutput extends FilterOutputStream {

  private long left;

  BoundedOutput(OutputStream out, long most) {
    super(out);
    left = most;
  }

  /// Whether there were more bytes than it takes; whoever writes them has been told.
  boolean isFull() {
    return left < 0;
  }

  @Override
  public void write(int value) throws IOException {
    take(1);
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    take(length);
    out.write(bytes, offset, length);
  }

  private void take(int count) throws IOException {
    left -= count;
    if (left < 0) {
      throw new IOException("there are more bytes than are taken");
    }
  }
}
