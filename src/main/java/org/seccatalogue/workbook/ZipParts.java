package org.seccatalogue.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The parts of a workbook that is a zip archive. What they unpack to is counted while it is
/// unpacked: an archive may say anything of itself. Archives within it are never opened.
public final class ZipParts implements Closeable {

  private final ZipFile zip;
  private final Workbook.Limits limits;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, Long> unpacked = new HashMap<>();
  private long unpackedBytes;

  private ZipParts(ZipFile zip, Workbook.Limits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  public static ZipParts open(Path file, Workbook.Limits limits) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw String.valueOf(e.getMessage()).contains("encrypted entry")
          ? NotAWorkbook.locked()
          : NotAWorkbook.damaged("a workbook that is cut short or damaged", e);
    }
    ZipParts parts = new ZipParts(zip, limits);
    try {
      parts.list();
      return parts;
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void list() {
    if (zip.size() > limits.parts()) {
      throw NotAWorkbook.tooLarge(
          "a workbook of " + zip.size() + " parts",
          "at most " + limits.parts() + " parts (catalogue.import.parts)");
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.isDirectory() && entries.put(normal(entry.getName()), entry) != null) {
        throw NotAWorkbook.damaged(
            "a workbook that has its part " + entry.getName() + " twice", null);
      }
    }
  }

  /// Names of parts do not differ by case; some programs write backslashes.
  public static String normal(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  public boolean has(String name) {
    return entries.containsKey(normal(name));
  }

  public List<String> names() {
    return entries.keySet().stream().sorted().toList();
  }

  /// Opens a part, which must be there.
  public InputStream open(String name) throws IOException {
    ZipEntry entry = entries.get(normal(name));
    if (entry == null) {
      throw NotAWorkbook.damaged("a workbook without its part " + name, null);
    }
    return new CountedPart(zip.getInputStream(entry), entry, count -> count(entry, count), limits);
  }

  /// Counts each part once, however often it is read.
  private void count(ZipEntry entry, long bytes) {
    synchronized (unpacked) {
      long before = unpacked.getOrDefault(entry.getName(), 0L);
      if (bytes > before) {
        unpacked.put(entry.getName(), bytes);
        unpackedBytes += bytes - before;
      }
      if (unpackedBytes > limits.unpackedBytes()) {
        throw NotAWorkbook.tooLarge(
            "a workbook that unpacks to more",
            "at most "
                + limits.unpackedBytes()
                + " bytes when unpacked (catalogue.import.unpacked-bytes)");
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
