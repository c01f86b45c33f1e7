package org.seccatalogue.workbook;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/// The unpacked bytes of a part: counted against the limits, and at their end compared with their
/// checksum, so that a damaged part is not read as if it were whole.
final class CountedPart extends FilterInputStream {

  private static final long SMALL = 10_000_000;

  private final ZipEntry entry;
  private final LongConsumer counter;
  private final Workbook.Limits limits;
  private final CRC32 checksum = new CRC32();
  private long bytes;

  CountedPart(InputStream in, ZipEntry entry, LongConsumer counter, Workbook.Limits limits) {
    super(in);
    this.entry = entry;
    this.counter = counter;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = readPart(buffer, offset, length);
    if (read < 0) {
      checkEnd();
    } else {
      checksum.update(buffer, offset, read);
      bytes += read;
      counter.accept(bytes);
      checkRatio();
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
  }

  private int readPart(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  private void checkEnd() {
    if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
      throw damaged(null);
    }
  }

  private NotAWorkbook damaged(@org.jspecify.annotations.Nullable Throwable cause) {
    return NotAWorkbook.damaged("a workbook whose part " + entry.getName() + " is damaged", cause);
  }

  private void checkRatio() {
    if (bytes > SMALL && bytes / Math.max(1, entry.getCompressedSize()) >= limits.ratio()) {
      throw NotAWorkbook.tooLarge(
          "a part that unpacks to more than "
              + bytes / Math.max(1, entry.getCompressedSize())
              + " times its size",
          "at most " + limits.ratio() + " times (catalogue.import.ratio)");
    }
  }
}
