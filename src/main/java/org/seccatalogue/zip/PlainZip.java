package org.seccatalogue.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A zip archive whose bytes depend on nothing but its content: no times, no extra fields, and
/// parts
/// that are not packed, because what comes of packing depends on the build of Java. A part is a
/// sequence of stored blocks of DEFLATE (RFC 1951, section 3.2.4), so that it can be written before
/// its length is known and every program can read it.
///
/// As nothing is packed, a byte that is damaged damages nothing but what stands there.
public final class PlainZip extends Zip {

  private static final int BLOCK = 65_535;
  private static final int LATEST_BREAK = 4_096;
  private static final long LARGEST = 0xFFFF_FFFEL;
  private static final long ELSEWHERE = 0xFFFF_FFFFL;

  private final OutputStream out;
  private final long largest;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private final CRC32 checksum = new CRC32();
  private final byte[] block = new byte[BLOCK];
  private byte[] name = new byte[0];
  private int filled;
  private int parts;
  private long position;
  private long begun;
  private long packed;
  private long length;

  public PlainZip(OutputStream out) {
    this(out, LARGEST);
  }

  /// @param largest number that is written with four bytes; beyond it is ZIP64
  PlainZip(OutputStream out, long largest) {
    this.out = out;
    this.largest = largest;
  }

  @Override
  public void begin(String part) throws IOException {
    name = part.getBytes(StandardCharsets.UTF_8);
    begun = position;
    packed = 0;
    length = 0;
    checksum.reset();
    Fields header = new Fields().four(0x04034b50);
    method(header).four(0).four(0).four(0).two(name.length).two(0);
    send(header.bytes());
    send(name);
  }

  /// Version, flags (the lengths come afterwards, the name is UTF-8), method and no time.
  private static Fields method(Fields fields) {
    return fields.two(20).two(0x0808).two(8).two(0).two(0x21);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    checksum.update(bytes, offset, count);
    length += count;
    int from = offset;
    int left = count;
    while (left > 0) {
      int step = Math.min(left, BLOCK - filled);
      System.arraycopy(bytes, from, block, filled, step);
      filled += step;
      from += step;
      left -= step;
      if (filled == BLOCK) {
        int end = breakAt();
        block(end, false);
        System.arraycopy(block, end, block, 0, BLOCK - end);
        filled = BLOCK - end;
      }
    }
  }

  /// Blocks end between lines or elements where they can, so that what is searched for in the bytes
  /// of an archive is found.
  private int breakAt() {
    for (int i = BLOCK; i > BLOCK - LATEST_BREAK; i--) {
      if (block[i - 1] == '>' || block[i - 1] == '\n') {
        return i;
      }
    }
    return BLOCK;
  }

  private void block(int count, boolean last) throws IOException {
    send(new Fields().one(last ? 1 : 0).two(count).two(~count).bytes());
    out.write(block, 0, count);
    position += count;
    packed += 5L + count;
  }

  @Override
  public void end() throws IOException {
    block(filled, true);
    filled = 0;
    Fields lengths = new Fields().four(0x08074b50).four(checksum.getValue());
    send(
        (isLarge() ? lengths.eight(packed).eight(length) : lengths.four(packed).four(length))
            .bytes());
    entry();
    parts++;
  }

  /// Whether the part that was begun last has lengths that need eight bytes.
  boolean isLarge() {
    return isLarge(packed) || isLarge(length);
  }

  private boolean isLarge(long number) {
    return number > largest;
  }

  private void entry() {
    Fields extra = new Fields();
    if (isLarge()) {
      extra.eight(length).eight(packed);
    }
    if (isLarge(begun)) {
      extra.eight(begun);
    }
    Fields entry = method(new Fields().four(0x02014b50).two(20)).four(checksum.getValue());
    entry.four(isLarge() ? ELSEWHERE : packed).four(isLarge() ? ELSEWHERE : length);
    entry.two(name.length).two(extra.size() == 0 ? 0 : extra.size() + 4);
    entry.two(0).two(0).two(0).four(0).four(isLarge(begun) ? ELSEWHERE : begun);
    directory.writeBytes(entry.bytes());
    directory.writeBytes(name);
    if (extra.size() > 0) {
      directory.writeBytes(new Fields().two(1).two(extra.size()).bytes());
      directory.writeBytes(extra.bytes());
    }
  }

  @Override
  public void finish() throws IOException {
    long start = position;
    send(directory.toByteArray());
    if (isLarge(start)) {
      long end = position;
      Fields large = new Fields().four(0x06064b50).eight(44).two(45).two(45).four(0).four(0);
      send(large.eight(parts).eight(parts).eight(directory.size()).eight(start).bytes());
      send(new Fields().four(0x07064b50).four(0).eight(end).four(1).bytes());
    }
    Fields end = new Fields().four(0x06054b50).two(0).two(0).two(parts).two(parts);
    send(end.four(directory.size()).four(isLarge(start) ? ELSEWHERE : start).two(0).bytes());
    out.flush();
  }

  private void send(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  /// Numbers with their lowest byte first.
  private static final class Fields {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Fields one(int value) {
      bytes.write(value);
      return this;
    }

    Fields two(int value) {
      return one(value).one(value >>> 8);
    }

    Fields four(long value) {
      return two((int) value).two((int) (value >>> 16));
    }

    Fields eight(long value) {
      return four(value).four(value >>> 32);
    }

    int size() {
      return bytes.size();
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
