package org.seccatalogue.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// One way to have readers see something else than what was published.
///
/// @param part of the archive; empty when the file is none
/// @param told what is said of it, first
record HidingTrick(String name, String file, String part, String from, String to, String told) {

  @Override
  public String toString() {
    return name;
  }

  byte[] played(byte[] whole) throws IOException {
    byte[] played =
        part.isEmpty()
            ? text(whole).replaceFirst(from, to).getBytes(StandardCharsets.UTF_8)
            : packed(whole);
    assertThat(played).as("the trick was played").isNotEqualTo(whole);
    return played;
  }

  private byte[] changed(byte[] before) {
    return text(before).replaceFirst("(?s)" + from, to).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Packed anew, as any program does; it was played if some part has become another.
  private byte[] packed(byte[] whole) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean changed = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] before = in.readAllBytes();
        byte[] after = entry.getName().matches(part) ? changed(before) : before;
        changed |= !Arrays.equals(after, before);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(after);
        zip.closeEntry();
      }
    }
    assertThat(changed).as("the trick was played").isTrue();
    return out.toByteArray();
  }
}
