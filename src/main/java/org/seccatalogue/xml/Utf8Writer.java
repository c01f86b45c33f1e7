package org.seccatalogue.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/// Writes text in UTF-8, for one thread alone: it holds no locks, and most of what is written are
/// letters of one byte. Half of a pair of characters that stands alone becomes a question mark.
public final class Utf8Writer extends Writer {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 4;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;

  /// The first half of a pair of which the second has not come yet; 0 when there is none.
  private char first;

  public Utf8Writer(OutputStream out) {
    super(out);
    this.out = out;
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int end = from + length;
    int at = from;
    while (at < end) {
      if (filled > BUFFER - LONGEST) {
        drain();
      }
      int most = Math.min(end, at + BUFFER - filled);
      while (at < most && first == 0 && text.charAt(at) < 0x80) {
        buffer[filled++] = (byte) text.charAt(at++);
      }
      if (at < most) {
        put(text.charAt(at++));
      }
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  /// One character, with whatever was left of the one before.
  private void put(char c) throws IOException {
    if (filled > BUFFER - 2 * LONGEST) {
      drain();
    }
    char before = first;
    first = 0;
    if (before != 0 && Character.isLowSurrogate(c)) {
      bytes(Character.toCodePoint(before, c));
      return;
    }
    if (before != 0) {
      buffer[filled++] = '?';
    }
    if (Character.isHighSurrogate(c)) {
      first = c;
    } else {
      bytes(Character.isSurrogate(c) ? '?' : c);
    }
  }

  private void bytes(int c) {
    if (c < 0x80) {
      buffer[filled++] = (byte) c;
    } else if (c < 0x800) {
      buffer[filled++] = (byte) (0xC0 | (c >> 6));
      buffer[filled++] = continued(c);
    } else if (c < 0x10000) {
      buffer[filled++] = (byte) (0xE0 | (c >> 12));
      buffer[filled++] = continued(c >> 6);
      buffer[filled++] = continued(c);
    } else {
      buffer[filled++] = (byte) (0xF0 | (c >> 18));
      buffer[filled++] = continued(c >> 12);
      buffer[filled++] = continued(c >> 6);
      buffer[filled++] = continued(c);
    }
  }

  private static byte continued(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void drain() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (first != 0) {
      first = 0;
      bytes('?');
    }
    flush();
    out.close();
  }
}
