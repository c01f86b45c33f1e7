package org.seccatalogue.zip;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/// Reads archives that [PlainZip] wrote, and tells of every byte around the content that is not as
/// it writes it. Nothing in them can unpack to more than the archive holds.
public final class PlainZipReader {

  private static final int LONGEST_NAME = 1_000;
  private static final int BLOCK_HEAD = 5;
  private static final long TAIL = 0x08074b50L;
  private static final byte[] HEADER = {
    0x50, 0x4b, 3, 4, 20, 0, 8, 8, 8, 0, 0, 0, 0x21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final InputStream in;
  private final Visitor visitor;
  private final ByteArrayOutputStream again = new ByteArrayOutputStream();
  private long position;

  /// Is given what an archive holds.
  public interface Visitor {

    /// A part begins; where its content goes.
    OutputStream begin(String name) throws IOException;

    /// The last part that began has ended.
    void end(String name) throws IOException;

    /// The archive is not as it was written.
    ///
    /// @param position counted from 0
    void damaged(long position, String what);
  }

  private PlainZipReader(InputStream in, Visitor visitor) {
    this.in = in;
    this.visitor = visitor;
  }

  /// Whether a file begins as such an archive does.
  public static boolean isPlain(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
    }
  }

  /// Reads an archive to its end, or to where it cannot be followed any more.
  public static void read(Path file, Visitor visitor) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      new PlainZipReader(in, visitor).read();
    }
  }

  private void read() throws IOException {
    try (PlainZip copy = new PlainZip(new Tail(again))) {
      byte[] start = take(4);
      while (start.length == 4 && start[2] == 3 && start[3] == 4) {
        if (!part(copy)) {
          return;
        }
        start = take(4);
      }
      again.reset();
      copy.finish();
      rest(start);
    }
  }

  private boolean part(PlainZip copy) throws IOException {
    byte[] header = take(HEADER.length);
    int length = header.length < HEADER.length ? 0 : two(header, HEADER.length - 4);
    boolean same =
        length > 0
            && Arrays.mismatch(header, 0, HEADER.length - 4, HEADER, 4, HEADER.length) < 0
            && two(header, HEADER.length - 2) == 0;
    if (!same) {
      visitor.damaged(position, "the head of a part is not as it was written");
    }
    if (length == 0 || length > LONGEST_NAME) {
      visitor.damaged(position, "the head of a part has no name");
      return false;
    }
    String name = new String(take(length), StandardCharsets.UTF_8);
    copy.begin(name);
    CRC32 checksum = new CRC32();
    long[] lengths = new long[2];
    boolean followed;
    try (OutputStream out = visitor.begin(name)) {
      followed = blocks(out, copy, checksum, lengths);
    }
    copy.end();
    visitor.end(name);
    return followed && tail(name, checksum, lengths, copy.isLarge());
  }

  private boolean blocks(OutputStream out, PlainZip copy, CRC32 checksum, long[] lengths)
      throws IOException {
    boolean last = false;
    while (!last) {
      byte[] head = take(BLOCK_HEAD);
      int length = head.length < BLOCK_HEAD ? -1 : length(head);
      if (length < 0) {
        visitor.damaged(position, "the archive is cut short");
        return false;
      }
      byte[] content = take(length);
      out.write(content);
      copy.write(content);
      checksum.update(content);
      lengths[0] += BLOCK_HEAD + content.length;
      lengths[1] += content.length;
      last = isLast(head[0]);
    }
    return true;
  }

  /// The length of a block; where its head is damaged, the one behind which the archive goes on.
  private int length(byte[] head) throws IOException {
    int length = two(head, 1);
    int other = ~two(head, 3) & 0xffff;
    if (length == other) {
      return length;
    }
    visitor.damaged(position - BLOCK_HEAD, "the head of a block is not as it was written");
    return goesOn(length) ? length : goesOn(other) ? other : -1;
  }

  private boolean isLast(byte flag) throws IOException {
    byte[] next = peek(0);
    boolean ends = next.length == BLOCK_HEAD && isTail(next);
    boolean goesOn = next.length == BLOCK_HEAD && isBlock(next);
    boolean last = ends || (flag == 1 && !goesOn) || next.length < BLOCK_HEAD;
    if (flag != (last ? 1 : 0)) {
      visitor.damaged(position, "the head of a block is not as it was written");
    }
    return last;
  }

  private boolean goesOn(int length) throws IOException {
    byte[] next = peek(length);
    return next.length == BLOCK_HEAD && (isTail(next) || isBlock(next));
  }

  private static boolean isTail(byte[] head) {
    return four(head, 0) == TAIL;
  }

  private static boolean isBlock(byte[] head) {
    return (head[0] == 0 || head[0] == 1) && (two(head, 1) ^ two(head, 3)) == 0xffff;
  }

  /// What would be the next head, if so many bytes came before it.
  private byte[] peek(int skipped) throws IOException {
    in.mark(skipped + BLOCK_HEAD);
    in.readNBytes(skipped);
    byte[] head = in.readNBytes(BLOCK_HEAD);
    in.reset();
    return head;
  }

  private boolean tail(String name, CRC32 checksum, long[] lengths, boolean large)
      throws IOException {
    byte[] found = take(large ? 24 : 16);
    if (found.length < (large ? 24 : 16)) {
      visitor.damaged(position, "the archive is cut short");
      return false;
    }
    long signature = four(found, 0);
    if (signature != TAIL
        || four(found, 4) != checksum.getValue()
        || length(found, 8, large) != lengths[0]
        || length(found, large ? 16 : 12, large) != lengths[1]) {
      visitor.damaged(
          position - found.length,
          "the checksum or the length of " + name + " is not that of its content");
    }
    return true;
  }

  /// Everything behind the parts follows from them.
  private void rest(byte[] start) throws IOException {
    byte[] expected = again.toByteArray();
    byte[] found = in.readNBytes(expected.length + 1 - start.length);
    byte[] all = new byte[start.length + found.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(found, 0, all, start.length, found.length);
    int differs = Arrays.mismatch(all, expected);
    if (differs >= 0) {
      visitor.damaged(
          position - start.length + differs,
          "the directory of the archive is not as it was written");
    }
  }

  private byte[] take(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    position += bytes.length;
    return bytes;
  }

  private static int two(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  private static long length(byte[] bytes, int at, boolean large) {
    return large ? four(bytes, at) | four(bytes, at + 4) << 32 : four(bytes, at);
  }

  private static long four(byte[] bytes, int at) {
    return two(bytes, at) | (long) two(bytes, at + 2) << 16;
  }

  /// Keeps nothing of the parts: of a copy only what is written after the last reset.
  private static final class Tail extends OutputStream {
    private final ByteArrayOutputStream kept;

    Tail(ByteArrayOutputStream kept) {
      this.kept = kept;
    }

    @Override
    public void write(int value) {
      kept.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (kept.size() > 1 << 20) {
        kept.reset();
      }
      kept.write(bytes, offset, length);
    }
  }
}
