package org.seccatalogue.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How much an archive that a stranger sent may hold.
///
/// @param bytes most of all parts together, unpacked
/// @param ratio most bytes for each of the archive's, above ten megabytes
/// @param parts most of them
public record UnpackingLimits(long bytes, int ratio, int parts) {

  private static final long SMALL = 10_000_000;

  /// There is more in an archive than there may be.
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Most bytes of an archive when unpacked.
  ///
  /// @param packed its own bytes
  public long most(long packed) {
    return Math.min(bytes, Math.max(SMALL, Math.multiplyExact(packed, ratio)));
  }

  /// Counts what is unpacked of one archive, whichever part it is of.
  public static final class Budget {
    private long left;

    public Budget(long most) {
      left = most;
    }

    public void take(long bytes) throws TooLarge {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }

    /// What is read from a stream counts.
    public InputStream counting(InputStream in) {
      return new FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          int value = super.read();
          take(value < 0 ? 0 : 1);
          return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int read = super.read(bytes, offset, length);
          take(Math.max(0, read));
          return read;
        }
      };
    }
  }
}
