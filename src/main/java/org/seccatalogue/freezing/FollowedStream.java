package org.seccatalogue.freezing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Passes bytes on, and lets somebody know of each million, who may end the writing.
final class FollowedStream extends FilterOutputStream {

  private static final int STEP = 1 << 20;

  private final Runnable follower;
  private int since;

  FollowedStream(OutputStream out, Runnable follower) {
    super(out);
    this.follower = follower;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    since += length;
    if (since >= STEP) {
      since = 0;
      follower.run();
    }
  }
}
