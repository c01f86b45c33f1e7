package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.zip.PlainZip;

/// Makes forgeries of a bundle, one after the other, of the seed of the proofs.
@NullUnmarked
final class Forgeries {

  /// What is enough to be forged.
  static final Selection SMALL =
      new Selection(
          List.of("C.4.1.b"),
          List.of("section", "clause", "gas-meter-spec"),
          List.of(),
          null,
          false,
          false);

  private static final String EXCHANGE = "an exchange";

  private final Random random = new Random(Proof.SEED);
  private final Map<String, byte[]> parts;
  private final Map<String, byte[]> later;

  /// @param later the bundle of another baseline, of which parts are taken
  Forgeries(Map<String, byte[]> parts, Map<String, byte[]> later) {
    this.parts = parts;
    this.later = later;
  }

  /// What was done to a bundle.
  ///
  /// @param part that is to be named: under another signed manifest the one beside it is wrong
  record Forgery(String what, String part, Map<String, byte[]> parts) {}

  /// The parts of a published bundle, in their order.
  static Map<String, byte[]> parts(String baseline) throws IOException {
    byte[] bundle = given().get("/api/v1/baselines/" + baseline + "/bundle.zip").asByteArray();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  /// As the catalogue packs bundles.
  static Path packed(Map<String, byte[]> parts, Path folder) throws IOException {
    Path file = folder.resolve("forged.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      PlainZip zip = new PlainZip(out);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.begin(part.getKey());
        zip.write(part.getValue());
        zip.end();
      }
      zip.finish();
    }
    return file;
  }

  /// A published bundle with something else around it, by what that is. Programs that begin at the
  /// end of an archive find the parts that were published, others find another bundle.
  static Map<String, byte[]> around(byte[] genuine, Map<String, byte[]> parts, Path folder)
      throws IOException {
    Map<String, byte[]> others = new LinkedHashMap<>(parts);
    others.replaceAll((_, content) -> reworded(content));
    byte[] forged = Files.readAllBytes(packed(others, folder));
    byte[] note = "Approved".getBytes(StandardCharsets.UTF_8);
    byte[] room = genuine.clone();
    room[room.length - 2] = (byte) note.length;
    Map<String, byte[]> around = new LinkedHashMap<>();
    around.put("another bundle in front", joined(forged, genuine));
    around.put("another bundle behind", joined(genuine, forged));
    around.put("a comment of the archive", joined(room, note));
    around.put("bytes in front", joined(note, genuine));
    around.put("bytes behind", joined(genuine, note));
    around.put("its parts in another order", Files.readAllBytes(packed(turned(parts), folder)));
    return around;
  }

  private static Map<String, byte[]> turned(Map<String, byte[]> parts) {
    Map<String, byte[]> turned = new LinkedHashMap<>();
    List.copyOf(parts.keySet()).reversed().forEach(name -> turned.put(name, parts.get(name)));
    return turned;
  }

  private static byte[] reworded(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .replace("shall", "might")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /// The next, another one each time.
  Forgery next() {
    List<String> names = new ArrayList<>(parts.keySet());
    names.remove("checksums.txt");
    String part = names.get(random.nextInt(names.size()));
    Map<String, byte[]> forged = new LinkedHashMap<>(parts);
    String what =
        switch (random.nextInt(6)) {
          case 0 -> flipped(forged, part);
          case 1 -> exchanged(forged, part);
          case 2 -> removed(forged, part);
          case 3 -> added(forged, part);
          case 4 -> cut(forged, part);
          default -> swapped(forged, part, names);
        };
    forged.put("checksums.txt", checksums(forged));
    boolean other = what.equals(EXCHANGE) && part.equals("manifest.jws");
    return new Forgery(what, other ? "manifest.json" : part, forged);
  }

  private String flipped(Map<String, byte[]> forged, String part) {
    byte[] bytes = parts.get(part).clone();
    if (bytes.length == 0) {
      return removed(forged, part);
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    forged.put(part, bytes);
    return "a flipped byte";
  }

  /// For that of another baseline, where it is another one.
  private String exchanged(Map<String, byte[]> forged, String part) {
    if (later.get(part) == null || Arrays.equals(later.get(part), parts.get(part))) {
      return added(forged, part);
    }
    forged.put(part, later.get(part));
    return EXCHANGE;
  }

  private static String removed(Map<String, byte[]> forged, String part) {
    forged.remove(part);
    return "a removal";
  }

  private String added(Map<String, byte[]> forged, String part) {
    byte[] words = "Every requirement is advisory only.".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = parts.get(part);
    int at = random.nextInt(bytes.length + 1);
    byte[] more = new byte[bytes.length + words.length];
    System.arraycopy(bytes, 0, more, 0, at);
    System.arraycopy(words, 0, more, at, words.length);
    System.arraycopy(bytes, at, more, at + words.length, bytes.length - at);
    forged.put(part, more);
    return "an addition";
  }

  private String cut(Map<String, byte[]> forged, String part) {
    byte[] bytes = parts.get(part);
    if (bytes.length == 0) {
      return removed(forged, part);
    }
    forged.put(part, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    return "a cut";
  }

  /// With another file of the bundle, under its name.
  private String swapped(Map<String, byte[]> forged, String part, List<String> names) {
    String other = names.get(random.nextInt(names.size()));
    if (Arrays.equals(parts.get(other), parts.get(part))) {
      return added(forged, part);
    }
    forged.put(part, parts.get(other));
    forged.put(other, parts.get(part));
    return "a swap with " + other;
  }

  private static byte[] checksums(Map<String, byte[]> forged) {
    StringBuilder lines = new StringBuilder();
    forged.forEach(
        (name, bytes) -> {
          if (!name.equals("checksums.txt")) {
            String digest = Digests.hex(Digests.sha256().digest(bytes));
            lines.append(digest).append("  ").append(name).append('\n');
          }
        });
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
