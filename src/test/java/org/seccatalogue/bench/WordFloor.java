package org.seccatalogue.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The parts of a document that was written, to be written once more straight into a zip. Of what
/// is longer than the heap bears, the beginning is held and written as often as is needed.
final class WordFloor {

  private static final int BLOCK = 4096;
  private static final int HELD = 8_192;

  /// A part as the blocks that its writer would write, and how many of them.
  private record Part(String name, List<byte[]> blocks, long count) {}

  private final List<Part> parts = new ArrayList<>();

  static WordFloor of(Path document) throws IOException {
    WordFloor floor = new WordFloor();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(document));
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        floor.parts.add(part(entry.getName(), zip));
      }
    }
    return floor;
  }

  private static Part part(String name, InputStream in) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    long count = 0;
    for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
      count++;
      if (blocks.size() < HELD) {
        blocks.add(block);
      }
    }
    return new Part(name, blocks, count);
  }

  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Part part : parts) {
        zip.putNextEntry(new ZipEntry(part.name()));
        for (long i = 0; i < part.count(); i++) {
          zip.write(part.blocks().get((int) (i % part.blocks().size())));
        }
        zip.closeEntry();
      }
    }
  }
}
