package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;

/// Many baselines that say the same: each file is known for what it is, and no search that
/// ends at a limit says anything against one.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class SameContentIT {

  private static final Selection SMALL =
      new Selection(
          List.of("C.4.1.b"), List.of("section", "clause"), List.of(), null, false, false);
  private static final int BASELINES = Proof.count(12, 1_000);

  @Inject Freezer freezer;
  @Inject Verifications verifications;
  @TempDir Path folder;

  private final List<Baseline> baselines = new ArrayList<>();

  @BeforeAll
  void freeze() {
    for (int i = 1; i <= BASELINES; i++) {
      baselines.add(freezer.freeze("SEC v0." + i, "2011-11-30", SMALL));
    }
    freezer.signFiles(baselines.getFirst());
  }

  private static byte[] file(Baseline baseline, String name) {
    return given()
        .header("Prefer", "wait=60")
        .get("/api/v1/baselines/" + baseline.id() + "/" + name)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private Verdict verified(byte[] content) throws IOException {
    return verifications.verify(Files.write(folder.resolve("file"), content));
  }

  @Test
  void theFilesOfTheFirstAreAuthenticAndOfTheFirst() throws IOException {
    for (String name : List.of("bundle.zip", "records.xlsx")) {
      assertThat(verified(file(baselines.getFirst(), name)))
          .isInstanceOfSatisfying(
              Verdict.Authentic.class,
              authentic -> assertThat(authentic.baseline()).isEqualTo("SEC v0.1"));
    }
  }

  /// Its name is the beginning of those of others.
  @Test
  void whatIsNotSignedYetIsFoundAmongThemAll() throws IOException {
    for (Baseline baseline : List.of(baselines.get(1), baselines.getLast())) {
      assertThat(verified(file(baseline, "records.xlsx")))
          .isInstanceOfSatisfying(
              Verdict.Derived.class,
              derived -> assertThat(derived.baseline()).isEqualTo(baseline.name()));
    }
  }

  @Test
  void whatMayBeOfMoreThanAreComparedIsNotSpokenAgainst() throws IOException {
    byte[] damaged = file(baselines.get(1), "records.xlsx");
    damaged[damaged.length / 2] ^= 1;
    assertThat(verified(damaged)).isInstanceOf(Verdict.Unknown.class);
  }
}
