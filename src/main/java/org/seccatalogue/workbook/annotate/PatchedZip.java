package org.seccatalogue.workbook.annotate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.seccatalogue.workbook.ZipParts;

/// A copy of a zip archive in which some parts are changed, added or left out. All others are
/// copied as they are packed, byte for byte and in their order.
final class PatchedZip implements Closeable {

  /// Writes the bytes of a part.
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private final ZipFile source;
  private final ZipParts parts;
  private final Map<String, Content> changed = new HashMap<>();
  private final Map<String, Content> added = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();

  /// @param parts the same archive, whose parts are counted as they are unpacked
  PatchedZip(Path file, ZipParts parts) throws IOException {
    this.source = ZipFile.builder().setPath(file).get();
    this.parts = parts;
  }

  boolean has(String part) {
    return parts.has(part) || added.containsKey(part);
  }

  void change(String part, Splices splices) {
    if (!splices.isEmpty()) {
      replace(part, out -> splice(part, splices, out));
    }
  }

  private void splice(String part, Splices splices, OutputStream out) throws IOException {
    try (InputStream in = parts.open(part)) {
      splices.copy(in, out);
    }
  }

  void replace(String part, Content content) {
    changed.put(ZipParts.normal(part), content);
  }

  void add(String part, Content content) {
    added.put(part, content);
  }

  void remove(String part) {
    removed.add(ZipParts.normal(part));
  }

  /// A name that no part has, such as `xl/comments3.xml`.
  String free(String start, String end) {
    int number = 1;
    while (has(start + number + end)) {
      number++;
    }
    return start + number + end;
  }

  void write(Path target) throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
      for (ZipArchiveEntry entry : Collections.list(source.getEntriesInPhysicalOrder())) {
        String name = ZipParts.normal(entry.getName());
        Content content = changed.get(name);
        if (removed.contains(name)) {
          continue;
        }
        if (content == null) {
          try (InputStream raw = source.getRawInputStream(entry)) {
            out.addRawArchiveEntry(entry, raw);
          }
        } else {
          put(out, entry.getName(), entry.getTime(), content);
        }
      }
      long time = source.getEntriesInPhysicalOrder().nextElement().getTime();
      for (Map.Entry<String, Content> part : added.entrySet()) {
        put(out, part.getKey(), time, part.getValue());
      }
    }
  }

  private static void put(ZipArchiveOutputStream out, String name, long time, Content content)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTime(time);
    out.putArchiveEntry(entry);
    content.write(out);
    out.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
