package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;
import org.seccatalogue.zip.PlainZip;

/// Bundles that a forger made with care: the list of checksums is corrected, and the archive
/// is packed as we pack it. None is authentic, and the file that was forged is named.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ForgedBundlesIT {

  private static final Selection SMALL =
      new Selection(
          List.of("C.4.1.b"),
          List.of("section", "clause", "gas-meter-spec"),
          List.of(),
          null,
          false,
          false);
  private static final String EXCHANGE = "an exchange";
  private static final int FORGERIES = Proof.count(300, 10_000);

  /// Every how manieth is shown to the server, too, which writes each candidate anew.
  private static final int SHOWN = Proof.count(30, 100);

  @Inject Freezer freezer;
  @Inject Published published;
  @Inject FileLists lists;
  @Inject Verifications verifications;
  @TempDir Path folder;

  private final Random random = new Random(Proof.SEED);
  private Map<String, byte[]> parts;
  private Map<String, byte[]> later;
  private List<FileList> signed;

  /// What was done to a bundle.
  ///
  /// @param part that is to be named: under another signed manifest the one beside it is wrong
  private record Forgery(String what, String part, Map<String, byte[]> parts) {}

  @BeforeEach
  void publish() throws IOException {
    if (parts != null) {
      return;
    }
    Baseline first = freezer.freeze("SEC v0.01", "2011-11-30", SMALL);
    freezer.signFiles(first);
    freezer.reword("GSM-0001", "shall", "should");
    Baseline second = freezer.freeze("SEC v0.02", "2011-12-31", SMALL);
    freezer.signFiles(second);
    parts = parts("sec-v0.01");
    later = parts("sec-v0.02");
    signed = Stream.of(first, second).flatMap(one -> lists.signed(one).stream()).toList();
  }

  private static Map<String, byte[]> parts(String baseline) throws IOException {
    byte[] bundle = given().get("/api/v1/baselines/" + baseline + "/bundle.zip").asByteArray();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void whatWasPublishedIsAuthenticAndSoIsWhatWePackAlike() throws IOException {
    Path file = packed(parts);
    assertThat(Files.readAllBytes(file))
        .isEqualTo(given().get("/api/v1/baselines/sec-v0.01/bundle.zip").asByteArray());
    assertThat(check(file)).isInstanceOf(Verdict.Authentic.class);
  }

  @Test
  void noForgeryPasses() throws IOException {
    for (int i = 0; i < FORGERIES; i++) {
      Forgery forgery = forgery();
      String told =
          "%s of %s, the %d. of %s".formatted(forgery.what, forgery.part, i, Proof.told());
      Path file = packed(forgery.parts);
      assertThat(check(file))
          .as(told)
          .isInstanceOfSatisfying(
              Verdict.Different.class,
              different ->
                  assertThat(different.differences())
                      .as(told)
                      .extracting(Deviation::part)
                      .contains(forgery.part));
      assertThat(FileCheck.check(file, published.keys(), List.of()))
          .as(told)
          .isNotInstanceOf(Verdict.Authentic.class);
      if (i % SHOWN == 0) {
        assertThat(verifications.verify(file)).as(told).isInstanceOf(Verdict.Different.class);
      }
    }
  }

  private Verdict check(Path file) throws IOException {
    return FileCheck.check(file, published.keys(), signed);
  }

  private Forgery forgery() {
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
    if (later.get(part) == null || java.util.Arrays.equals(later.get(part), parts.get(part))) {
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
    forged.put(part, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    return "a cut";
  }

  /// With another file of the bundle, under its name.
  private String swapped(Map<String, byte[]> forged, String part, List<String> names) {
    String other = names.get(random.nextInt(names.size()));
    if (java.util.Arrays.equals(parts.get(other), parts.get(part))) {
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

  private Path packed(Map<String, byte[]> forged) throws IOException {
    Path file = folder.resolve("forged.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      PlainZip zip = new PlainZip(out);
      for (Map.Entry<String, byte[]> part : forged.entrySet()) {
        zip.begin(part.getKey());
        zip.write(part.getValue());
        zip.end();
      }
      zip.finish();
    }
    return file;
  }
}
