package org.seccatalogue.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The text of a document that was written, to be written once more straight to a file.
final class HtmlFloor {

  private static final int BLOCK = 4096;

  private final List<String> blocks = new ArrayList<>();

  static HtmlFloor of(Path document) throws IOException {
    HtmlFloor floor = new HtmlFloor();
    String text = Files.readString(document);
    for (int at = 0; at < text.length(); at += BLOCK) {
      floor.blocks.add(text.substring(at, Math.min(at + BLOCK, text.length())));
    }
    return floor;
  }

  void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      for (String block : blocks) {
        out.write(block);
      }
    }
  }
}
