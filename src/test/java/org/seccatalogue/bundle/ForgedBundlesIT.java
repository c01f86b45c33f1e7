package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;

/// Bundles that a forger made with care: the list of checksums is corrected, and the archive
/// is packed as we pack it. None is authentic, and the file that was forged is named.
@QuarkusTest
@Tag("files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ForgedBundlesIT {

  private static final int FORGERIES = Proof.count(80, 10_000);

  /// Every how manieth is shown to the server, too, which writes each candidate anew.
  private static final int SHOWN = Proof.count(30, 100);

  @Inject Freezer freezer;
  @Inject Published published;
  @Inject FileLists lists;
  @Inject Verifications verifications;
  @TempDir Path folder;

  private Map<String, byte[]> parts;
  private Map<String, byte[]> later;
  private List<FileList> signed;

  @BeforeEach
  void publish() throws IOException {
    if (parts != null) {
      return;
    }
    Baseline first = freezer.freeze("SEC v0.01", "2011-11-30", Forgeries.SMALL);
    freezer.signFiles(first);
    freezer.reword("GSM-0001", "shall", "should");
    Baseline second = freezer.freeze("SEC v0.02", "2011-12-31", Forgeries.SMALL);
    freezer.signFiles(second);
    parts = Forgeries.parts("sec-v0.01");
    later = Forgeries.parts("sec-v0.02");
    signed = Stream.of(first, second).flatMap(one -> lists.signed(one).stream()).toList();
  }

  @Test
  void whatWasPublishedIsAuthenticAndSoIsWhatWePackAlike() throws IOException {
    Path file = Forgeries.packed(parts, folder);
    assertThat(Files.readAllBytes(file))
        .isEqualTo(given().get("/api/v1/baselines/sec-v0.01/bundle.zip").asByteArray());
    assertThat(check(file)).isInstanceOf(Verdict.Authentic.class);
  }

  @Test
  void noForgeryPasses() throws IOException {
    Forgeries forgeries = new Forgeries(parts, later);
    for (int i = 0; i < FORGERIES; i++) {
      Forgeries.Forgery forgery = forgeries.next();
      String told =
          "%s of %s, the %d. of %s".formatted(forgery.what(), forgery.part(), i, Proof.told());
      Path file = Forgeries.packed(forgery.parts(), folder);
      assertThat(check(file))
          .as(told)
          .isInstanceOfSatisfying(
              Verdict.Different.class,
              different ->
                  assertThat(different.differences())
                      .as(told)
                      .extracting(Deviation::part)
                      .contains(forgery.part()));
      assertThat(FileCheck.check(file, published.keys(), List.of()))
          .as(told)
          .isNotInstanceOf(Verdict.Authentic.class);
      if (i % SHOWN == 0) {
        assertThat(verifications.verify(file)).as(told).isInstanceOf(Verdict.Different.class);
      }
    }
  }

  @Test
  void nothingMayBeAroundABundle() throws IOException {
    byte[] genuine = Files.readAllBytes(Forgeries.packed(parts, folder));
    for (Map.Entry<String, byte[]> one : Forgeries.around(genuine, parts, folder).entrySet()) {
      Path file = Files.write(folder.resolve("around.zip"), one.getValue());
      for (Verdict verdict : List.of(check(file), verifications.verify(file))) {
        assertThat(verdict)
            .as(one.getKey())
            .isInstanceOfAny(Verdict.Different.class, Verdict.Unknown.class);
      }
    }
  }

  private Verdict check(Path file) throws IOException {
    return FileCheck.check(file, published.keys(), signed);
  }
}
