package org.seccatalogue.document;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.signing.Digests;
import org.seccatalogue.testkit.Freezer;

/// Older forms of maps and documents have the bytes that they had when they were the newest, also
/// those of which no earlier version left a file: two baselines of the example are the same bytes
/// in every run and on every machine. Where the example or its record types change, the digest of
/// a baseline changes, and with it these: then, and only then, those that are found are right.
@QuarkusTest
@Tag("files")
@NullUnmarked
class PinnedFormsIT {

  /// A digest, and the address below a baseline at which the file with it is.
  private static final Path PINNED = Path.of("src/test/resources/pinned-forms.txt");

  private static final String AT = "/api/v1/baselines/sec-v0.02/";

  @Inject Freezer freezer;

  @Test
  void olderFormsKeepTheirBytes() throws IOException {
    freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.withdraw("ESM-0003");
    freezer.move("GSM-0001", "C.4.1.b", "GSM-0003");
    freezer.freeze("SEC v0.02", "2011-12-31");

    List<String> pinned = Files.readAllLines(PINNED);
    List<String> found = new ArrayList<>();
    for (String line : pinned) {
      String address = line.substring(line.indexOf(' ') + 1);
      found.add(digest(address) + " " + address);
    }
    assertThat(found).isEqualTo(pinned);
  }

  private static String digest(String address) {
    byte[] file =
        given()
            .header("Prefer", "wait=30")
            .get(AT + address)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return Digests.hex(Digests.sha256().digest(file));
  }
}
