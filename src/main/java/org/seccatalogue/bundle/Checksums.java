package org.seccatalogue.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.seccatalogue.zip.PlainZip;

/// Writes the parts of a bundle, and at the end the SHA-256 of each.
final class Checksums {

  private final PlainZip zip;
  private final StringBuilder lines = new StringBuilder();

  Checksums(PlainZip zip) {
    this.zip = zip;
  }

  /// Writes the bytes of a part.
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  void part(String name, Content content) throws IOException {
    MessageDigest digest = sha256();
    zip.begin(name);
    try {
      content.write(new Digested(zip, digest));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.end();
    lines.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
  }

  void write() throws IOException {
    zip.begin(BundleParts.CHECKSUMS);
    zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    zip.end();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Passes bytes on, digests them, and stays open.
  private static final class Digested extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest;

    Digested(OutputStream out, MessageDigest digest) {
      this.out = out;
      this.digest = digest;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      digest.update(bytes, offset, length);
      out.write(bytes, offset, length);
    }
  }
}
