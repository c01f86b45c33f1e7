package org.seccatalogue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The text of a document that was written, to be written once more straight to a file. Of what is
/// longer than the heap bears, the beginning is held and written as often as is needed.
final class HtmlFloor {

  private static final int BLOCK = 4096;
  private static final int HELD = 8_192;

  private final List<String> blocks = new ArrayList<>();
  private long count;

  static HtmlFloor of(Path document) throws IOException {
    HtmlFloor floor = new HtmlFloor();
    char[] block = new char[BLOCK];
    try (Reader in = Files.newBufferedReader(document)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        floor.count++;
        if (floor.blocks.size() < HELD) {
          floor.blocks.add(new String(block, 0, read));
        }
      }
    }
    return floor;
  }

  void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      for (long i = 0; i < count; i++) {
        out.write(blocks.get((int) (i % blocks.size())));
      }
    }
  }
}
