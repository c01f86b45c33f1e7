package org.seccatalogue.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainZipTest {

  @TempDir Path folder;

  private static byte[] archive(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlainZip zip = new PlainZip(bytes);
    for (Map.Entry<String, String> part : parts.entrySet()) {
      zip.begin(part.getKey());
      zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      zip.end();
    }
    zip.finish();
    return bytes.toByteArray();
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("empty.txt", "");
    parts.put("folder/größe.txt", "30 s\n");
    parts.put("lines.txt", "within 30 s\n".repeat(12_000));
    parts.put("one.txt", "x".repeat(70_000));
    return parts;
  }

  @Test
  void isReadByTheZipOfJava() throws IOException {
    Map<String, String> read = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive(parts())))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        read.put(e.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(read).isEqualTo(parts());
  }

  /// Beyond four gigabytes: here everything beyond 100 bytes is written so.
  @Test
  void writesNumbersOfEightBytesWhereFourAreTooFew() throws IOException {
    Path file = folder.resolve("large.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      PlainZip zip = new PlainZip(out, 100);
      for (Map.Entry<String, String> part : parts().entrySet()) {
        zip.begin(part.getKey());
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.end();
      }
      zip.finish();
    }
    Map<String, String> read = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        read.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
      }
    }
    assertThat(read).isEqualTo(parts());
  }

  @Test
  void endsItsBlocksBetweenLines() throws IOException {
    String text = new String(archive(parts()), StandardCharsets.ISO_8859_1);
    assertThat(text.split("within 30 s\n", -1)).hasSize(12_001);
  }

  @Test
  void readsItselfWithoutDamage() throws IOException {
    Seen seen = read(archive(parts()));
    assertThat(seen.damages).isEmpty();
    assertThat(seen.parts).isEqualTo(parts());
  }

  /// Every bit of an archive, whether of its content or around it.
  @Test
  void tellsOfEveryFlippedBit() throws IOException {
    byte[] whole = archive(Map.of("name.txt", "The meter shall work.\n"));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Path file = Files.write(folder.resolve("flipped.zip"), flipped);
      if (PlainZipReader.isPlain(file)) {
        assertThat(read(flipped).damages).as("byte %d", bit / 8).isNotEmpty();
      }
    }
  }

  @Test
  void readsOnBehindTheDamagedHeadOfABlock() throws IOException {
    byte[] flipped = archive(parts());
    String text = new String(flipped, StandardCharsets.ISO_8859_1);
    int head = text.indexOf("lines.txt") + "lines.txt".length();
    for (int i = 0; i < 5; i++) {
      byte[] damaged = flipped.clone();
      damaged[head + i] ^= 1;
      Seen seen = read(damaged);
      assertThat(seen.damages).as("byte %d of the head", i).isNotEmpty();
      assertThat(seen.parts).as("byte %d of the head", i).isEqualTo(parts());
    }
  }

  private Seen read(byte[] archive) throws IOException {
    Seen seen = new Seen();
    PlainZipReader.read(Files.write(folder.resolve("read.zip"), archive), seen);
    return seen;
  }

  private static final class Seen implements PlainZipReader.Visitor {
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> damages = new ArrayList<>();
    private ByteArrayOutputStream part = new ByteArrayOutputStream();

    @Override
    public OutputStream begin(String name) {
      part = new ByteArrayOutputStream();
      return part;
    }

    @Override
    public void end(String name) {
      parts.put(name, part.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void damaged(long position, String what) {
      damages.add(position + " " + what);
    }
  }
}
