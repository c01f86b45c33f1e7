package org.seccatalogue.zip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip archive whose parts are packed by the Java that runs. Other builds of Java may pack the
/// same content into other bytes.
public final class PackedZip extends Zip {

  /// What is packed comes in pieces of half a kilobyte.
  private static final int BUFFER = 1 << 12;

  private final ZipOutputStream zip;
  private final LocalDateTime time;

  /// Begins an archive.
  ///
  /// @param time of all parts
  /// @param level from 1, the fastest, to 9, the smallest
  public PackedZip(OutputStream out, LocalDateTime time, int level) {
    this.zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8);
    this.zip.setLevel(level);
    this.time = time;
  }

  @Override
  public void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    zip.write(bytes, offset, length);
  }

  @Override
  public void end() throws IOException {
    zip.closeEntry();
  }

  @Override
  public void finish() throws IOException {
    zip.finish();
    zip.flush();
  }
}
