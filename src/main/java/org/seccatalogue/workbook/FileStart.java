package org.seccatalogue.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A file before it is known what it is.
///
/// @param name under which it was sent
/// @param hex its first bytes, in hexadecimal
/// @param zip its parts, when it is an archive of zip; to be closed by whoever opens it
public record FileStart(String name, Path path, String hex, @Nullable ZipParts zip) {

  private static final int HEAD = 4096;
  private static final String ZIP = "504b0304";

  static FileStart of(String name, Path path, Workbook.Limits limits) throws IOException {
    String hex = HexFormat.of().formatHex(head(path));
    return new FileStart(name, path, hex, hex.startsWith(ZIP) ? ZipParts.open(path, limits) : null);
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    }
  }

  /// Whether it is an archive with a part of that name.
  public boolean has(String part) {
    return zip != null && zip.has(part);
  }

  /// The parts of an archive.
  public ZipParts parts() {
    if (zip == null) {
      throw new IllegalStateException("only an archive has parts");
    }
    return zip;
  }

  /// The first characters, each byte as one.
  String text() {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }

  void closeParts() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
