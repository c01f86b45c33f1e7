package org.seccatalogue.map.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The parts of a picture, one behind the other, as strictly as the format wants them. Programs
/// differ in what they make of one that is not so.
final class PngParts {

  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;
  private static final int CHANNELS = 3;
  private static final int CHUNK = 1 << 16;

  private final ByteBuffer file;
  private final ByteArrayOutputStream points = new ByteArrayOutputStream();
  private String last = "";
  private long size;
  private boolean sound = true;

  private PngParts(byte[] file) {
    this.file = ByteBuffer.wrap(file).position(SIGNATURE);
  }

  /// Whether a file that begins like a picture is one in colours, with all its points in one row of
  /// parts, right sums, and nothing behind.
  static boolean isSound(byte[] file) {
    PngParts parts = new PngParts(file);
    while (parts.sound && parts.file.remaining() >= FRAME && !parts.last.equals("IEND")) {
      parts.next();
    }
    return parts.sound
        && parts.last.equals("IEND")
        && !parts.file.hasRemaining()
        && parts.isUnpacked();
  }

  private void next() {
    int length = file.getInt();
    if (length < 0 || length > file.remaining() - 8) {
      sound = false;
      return;
    }
    byte[] part = new byte[4 + length];
    file.get(part);
    CRC32 sum = new CRC32();
    sum.update(part);
    sound = file.getInt() == (int) sum.getValue();
    read(new String(part, 0, 4, StandardCharsets.US_ASCII), part);
  }

  private void read(String type, byte[] part) {
    switch (type) {
      case "IHDR" -> {
        sound &= last.isEmpty() && part.length == 17;
        size = sound ? size(ByteBuffer.wrap(part, 4, 13)) : 0;
      }
      case "IDAT" -> {
        sound &= points.size() == 0 || last.equals(type);
        points.write(part, 4, part.length - 4);
      }
      default -> sound &= !last.isEmpty();
    }
    last = type;
  }

  /// Of all points: in front of each row a byte says how it is written.
  private static long size(ByteBuffer header) {
    long row = 1 + (long) CHANNELS * header.getInt();
    return row * header.getInt();
  }

  /// Whether there are as many points as there should be, and nothing behind them.
  private boolean isUnpacked() {
    Inflater inflater = new Inflater();
    inflater.setInput(points.toByteArray());
    byte[] chunk = new byte[CHUNK];
    try {
      int read = inflater.inflate(chunk);
      while (read > 0 && inflater.getBytesWritten() <= size) {
        read = inflater.inflate(chunk);
      }
      return inflater.finished()
          && inflater.getRemaining() == 0
          && inflater.getBytesWritten() == size;
    } catch (DataFormatException _) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
