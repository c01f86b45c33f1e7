package org.seccatalogue.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Writes text in UTF-8, for one thread alone: it holds no locks, and many small texts become bytes
/// at once. Half of a pair of characters that stands alone becomes a question mark.
public final class Utf8Writer extends Writer {

  private static final int FULL = 1 << 14;

  private final OutputStream out;
  private StringBuilder text = new StringBuilder(FULL);

  public Utf8Writer(OutputStream out) {
    super(out);
    this.out = out;
  }

  @Override
  public void write(String more, int from, int length) throws IOException {
    text.append(more, from, from + length);
    if (text.length() >= FULL) {
      drain();
    }
  }

  @Override
  public void write(char[] more, int from, int length) throws IOException {
    write(new String(more, from, length), 0, length);
  }

  /// The first half of a pair waits for the second. What is not Latin makes all that a builder ever
  /// takes twice as wide, and so each has only its own.
  private void drain() throws IOException {
    int end = text.length();
    int whole = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    out.write(text.substring(0, whole).getBytes(StandardCharsets.UTF_8));
    text = new StringBuilder(FULL).append(text, whole, end);
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    drain();
    if (!text.isEmpty()) {
      out.write('?');
    }
    out.flush();
    out.close();
  }
}
