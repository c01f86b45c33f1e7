package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;

/// What another program only saved is told as that.
@QuarkusTest
@OfficePresent
class SavedAgainIT {

  @Inject Freezer freezer;
  @Inject Verifications verifications;
  @TempDir Path folder;

  @Test
  void aWorkbookThatLibreOfficeSaved() throws Exception {
    freezer.freeze("SEC v0.01", "2011-11-30");
    byte[] workbook = given().get("/api/v1/baselines/sec-v0.01/records.xlsx").asByteArray();
    Path saved =
        Office.saved(Files.write(folder.resolve("sec.xlsx"), workbook), folder.resolve("saved"));
    assertThat(verifications.verify(saved)).isInstanceOf(Verdict.SavedAgain.class);
  }

  @Test
  void anExtractThatLibreOfficeSaved() throws Exception {
    freezer.freeze("SEC v0.02", "2011-12-31");
    byte[] workbook =
        given()
            .header("Prefer", "wait=60")
            .get("/api/v1/baselines/sec-v0.02/extract.xlsx?derives_from=B.1.2")
            .asByteArray();
    Path saved =
        Office.saved(Files.write(folder.resolve("part.xlsx"), workbook), folder.resolve("saved"));
    assertThat(verifications.verify(saved)).isInstanceOf(Verdict.SavedAgain.class);
  }
}
