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

/// The parts of a document that was written, to be written once more straight into a zip.
final class WordFloor {

  private static final int BLOCK = 4096;

  /// A part as the blocks that its writer would write.
  private record Part(String name, List<byte[]> blocks) {}

  private final List<Part> parts = new ArrayList<>();

  static WordFloor of(Path document) throws IOException {
    WordFloor floor = new WordFloor();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(document));
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        floor.parts.add(new Part(entry.getName(), blocks(zip)));
      }
    }
    return floor;
  }

  private static List<byte[]> blocks(InputStream in) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
      blocks.add(block);
    }
    return blocks;
  }

  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Part part : parts) {
        zip.putNextEntry(new ZipEntry(part.name()));
        for (byte[] block : part.blocks()) {
          zip.write(block);
        }
        zip.closeEntry();
      }
    }
  }
}
