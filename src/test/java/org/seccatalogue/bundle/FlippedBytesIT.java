package org.seccatalogue.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;

/// Flips every byte of the files of a small baseline: each flip is found, at its very byte, and the
/// record in which it is is named.
@QuarkusTest
@Tag("files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class FlippedBytesIT {

  private static final String CHANGES = "changes.";
  private static final Selection SMALL =
      new Selection(
          List.of("C.4.1.a"),
          List.of("section", "clause", "electricity-meter-spec"),
          List.of(),
          null,
          false,
          false);

  /// So far apart differences are told of one by one.
  private static final int APART = 41;

  /// How many places of a file are flipped, besides those that tell what it is.
  private static final int ASKED = Proof.count(8, 60);

  /// Every how manieth of the bytes that tell what a file is.
  private static final int TELLING = 3;

  /// How many of these.
  private static final int TOLD = 10;

  private static final int SOME = 5;
  private static final String SAID = "must always";

  @Inject Freezer freezer;
  @Inject Published published;
  @Inject Verifications verifications;
  @Inject FileForms forms;
  @TempDir Path folder;

  private Baseline baseline;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30", SMALL);
    freezer.reword("ESM-0002", "shall", "must always");
    freezer.reword("ESM-0004", "shall", "must always");
    baseline = freezer.freeze("SEC v0.02", "2011-12-31", SMALL);
  }

  private static byte[] file(String name) {
    String query = name.startsWith(CHANGES) ? "?since=sec-v0.01" : "";
    return RestAssured.given()
        .get("/api/v1/baselines/sec-v0.02/" + name + query)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /// Many at once, so far apart that each is told of by itself; in the whole proof until every byte
  /// had its turn.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bundle.zip",
        "records.xlsx",
        "specifications/C.4.1.a.docx",
        "specifications/C.4.1.a.html",
        "changes.docx",
        "changes.xlsx",
        "changes.json"
      })
  void everyFlippedByteIsFoundAndItsRecordIsNamed(String name) throws IOException {
    byte[] whole = file(name);
    int apart = Math.max(APART, whole.length / ByteComparison.MOST + 1);
    String[] keys = new String[whole.length];
    for (int start : starts(whole, apart)) {
      byte[] flipped = whole.clone();
      List<Integer> places = new ArrayList<>();
      for (int at = start; at < whole.length; at += apart) {
        flipped[at] ^= (byte) (1 << (at % 8));
        places.add(at);
      }
      List<Deviation> found = found(name, whole, flipped);
      assertThat(found)
          .extracting(Deviation::what)
          .isEqualTo(places.stream().map(FlippedBytesIT::words).toList());
      for (int i = 0; i < places.size(); i++) {
        keys[places.get(i)] = found.get(i).key();
      }
    }
    assertSpans(name, whole, keys);
  }

  /// Where to begin: some places, and those that come to words that only one record says.
  private static Set<Integer> starts(byte[] whole, int apart) {
    Set<Integer> starts = new TreeSet<>(Proof.of(IntStream.range(0, apart).boxed().toList(), SOME));
    said(whole).mapToObj(at -> at % apart).forEach(starts::add);
    return starts;
  }

  private static IntStream said(byte[] whole) {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    return IntStream.iterate(text.indexOf(SAID), at -> at >= 0, at -> text.indexOf(SAID, at + 1));
  }

  private static String words(int at) {
    return "At byte %,d: it is not as it was published.".formatted(at);
  }

  private List<Deviation> found(String name, byte[] expected, byte[] flipped) throws IOException {
    ByteComparison comparison = new ByteComparison(new ByteArrayInputStream(flipped), marks(name));
    for (int at = 0; at < expected.length; at += 8_192) {
      comparison.write(expected, at, Math.min(8_192, expected.length - at));
    }
    comparison.finish();
    assertThat(comparison.isEqual()).isFalse();
    assertThat(comparison.isDamaged()).isTrue();
    return comparison.deviations();
  }

  private FileMarks marks(String name) {
    FileKind kind =
        switch (name.substring(name.lastIndexOf('/') + 1)) {
          case "bundle.zip" -> FileKind.BUNDLE;
          case "records.xlsx" -> FileKind.WORKBOOK;
          case "C.4.1.a.docx" -> FileKind.WORD;
          case "C.4.1.a.html" -> FileKind.HTML;
          case "changes.docx" -> FileKind.CHANGES_WORD;
          case "changes.xlsx" -> FileKind.CHANGES_WORKBOOK;
          default -> FileKind.CHANGES_JSON;
        };
    return forms.writer(kind, FileForms.FIRST).orElseThrow().marks();
  }

  /// Each word that only one record of the baseline says is in the span of that record.
  private static void assertSpans(String name, byte[] whole, String[] keys) {
    Set<String> named = new TreeSet<>();
    Stream.of(keys).filter(Objects::nonNull).forEach(named::add);
    assertThat(named).as(name).contains("ESM-0002", "ESM-0004");
    int[] said = said(whole).toArray();
    assertThat(said).as(name).hasSizeGreaterThanOrEqualTo(2);
    for (int at : said) {
      int end = Proof.isWhole() ? at + SAID.length() : at + 1;
      assertThat(new LinkedHashSet<>(Arrays.asList(keys).subList(at, end)))
          .as("%s, byte %d; %s", name, at, Proof.told())
          .hasSize(1)
          .isSubsetOf(Set.of("ESM-0002", "ESM-0004"));
    }
  }

  /// Wherever a file tells what it is, that can be told with one byte flipped too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "records.xlsx",
        "specifications/C.4.1.a.docx",
        "specifications/C.4.1.a.html",
        "changes.docx",
        "changes.xlsx",
        "changes.json",
        "manifest.json",
        "manifest.jws"
      })
  void noFlippedByteHidesWhatAFileIs(String name) throws IOException {
    byte[] whole = file(name);
    Path file = folder.resolve("flipped");
    for (int at : asked(whole)) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      assertThat(verifications.verify(Files.write(file, flipped)))
          .as("%s, byte %d; %s", name, at, Proof.told())
          .isInstanceOfSatisfying(
              Verdict.Different.class,
              different -> {
                assertThat(different.digest()).isEqualTo(baseline.digest());
                assertThat(different.differences()).hasSize(1);
              });
    }
  }

  /// The first bytes, some of digests and names, and some of all others.
  private Set<Integer> asked(byte[] whole) {
    Set<Integer> telling = new TreeSet<>();
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    IntStream.range(0, Math.min(whole.length, 40)).forEach(telling::add);
    for (String word : List.of(baseline.digest(), baseline.name(), "hanges from ", "\"since\"")) {
      int at = text.indexOf(word);
      if (at >= 0) {
        IntStream.range(at, at + word.length()).filter(i -> i % TELLING == 0).forEach(telling::add);
      }
    }
    Set<Integer> asked = new TreeSet<>(Proof.of(List.copyOf(telling), TOLD));
    int step = Math.max(1, whole.length / ASKED);
    IntStream.iterate(0, at -> at < whole.length, at -> at + step).forEach(asked::add);
    return asked;
  }

  /// Without any server and database: all bytes of the records and what was signed.
  @Test
  void aBundleFindsEachFlippedByteOfItsRecordsByItself() throws IOException {
    byte[] whole = file("bundle.zip");
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("bundle");
    for (String key : List.of("ESM-0002", "ESM-0004")) {
      int line = text.indexOf("{\"key\":\"" + key + "\"");
      for (int at : Proof.of(until(text, line), ASKED)) {
        assertThat(keys(checked(file, whole, at))).as("byte %d", at).containsExactly(key);
      }
      int leaf = text.indexOf("\n" + key + " ") + 1;
      for (int at : Proof.of(until(text, leaf), ASKED)) {
        assertThat(keys(checked(file, whole, at))).as("byte %d", at).containsExactly(key);
      }
    }
    int manifest = text.indexOf(baseline.manifest());
    int signature = text.indexOf(baseline.signature());
    List<Integer> signed =
        IntStream.concat(
                IntStream.range(manifest, manifest + baseline.manifest().length()),
                IntStream.range(signature, signature + baseline.signature().length()))
            .filter(at -> at % TELLING == 0)
            .boxed()
            .toList();
    Proof.of(signed, 4 * TOLD)
        .forEach(at -> assertThat(checked(file, whole, at)).isInstanceOf(Verdict.Different.class));
  }

  /// The places from one to the end of its line.
  private static List<Integer> until(String text, int start) {
    return IntStream.range(start, text.indexOf('\n', start)).boxed().toList();
  }

  private Verdict checked(Path file, byte[] whole, int at) {
    byte[] flipped = whole.clone();
    flipped[at] ^= (byte) (1 << (at % 8));
    try {
      return BundleCheck.check(Files.write(file, flipped), published.keys(), _ -> List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> keys(Verdict verdict) {
    Set<String> keys = new TreeSet<>();
    if (verdict instanceof Verdict.Different different) {
      different.differences().stream()
          .map(Deviation::key)
          .filter(Objects::nonNull)
          .forEach(keys::add);
    }
    return keys;
  }
}
