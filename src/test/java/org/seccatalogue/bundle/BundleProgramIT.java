package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.record.CanonicalJson;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Tools;
import org.seccatalogue.testkit.ToolsPresent;
import org.seccatalogue.testkit.ToolsPresent.Program;

/// The lines that a bundle brings check it, with nothing of ours.
@QuarkusTest
@Tag("files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class BundleProgramIT {

  @Inject Freezer freezer;
  @TempDir static Path folder;

  private byte[] bundle;

  @BeforeEach
  void publish() throws IOException {
    if (bundle != null) {
      return;
    }
    Baseline baseline = freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.signFiles(baseline);
    bundle = get("/api/v1/baselines/sec-v0.01/bundle.zip");
    Files.write(folder.resolve("jwks.json"), get("/.well-known/jwks.json"));
    Files.write(folder.resolve("files.jws"), get("/api/v1/baselines/sec-v0.01/files.jws"));
    String readme = readme();
    Files.writeString(
        folder.resolve("check.py"),
        readme.substring(
            readme.indexOf("----- 8< -----\n") + 15, readme.indexOf("----- >8 -----")));
  }

  private static byte[] get(String address) {
    return given()
        .header("Prefer", "wait=60")
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private String readme() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("README.txt")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no README.txt");
  }

  @Test
  @ToolsPresent({Program.PYTHON, Program.OPENSSL})
  void theLinesOfTheReadmeCheckTheBundle() throws Exception {
    assertThat(run(bundle)).isEqualTo("0 authentic: SEC v0.01 %s\n".formatted(digest()));
    byte[] forged = bundle.clone();
    String text = new String(bundle, StandardCharsets.ISO_8859_1);
    int document = text.indexOf("documents/sec-v0-01-c.html");
    forged[text.indexOf("ESM-0004", document)] ^= 1;
    assertThat(run(forged)).isNotEqualTo("0 authentic: SEC v0.01 %s\n".formatted(digest()));
  }

  @Test
  @ToolsPresent({Program.PYTHON, Program.OPENSSL})
  void theyCompareTheFileAsAWhole() throws Exception {
    Map<String, byte[]> around = Forgeries.around(bundle, Forgeries.parts("sec-v0.01"), folder);
    for (Map.Entry<String, byte[]> one : around.entrySet()) {
      assertThat(run(one.getValue())).as(one.getKey()).startsWith("1 ");
    }
    for (String what :
        List.of(
            "another bundle in front", "a comment of the archive", "its parts in another order")) {
      assertThat(run(around.get(what)))
          .as(what)
          .startsWith("1 NOT AUTHENTIC: the file as a whole: each part is as published, but");
    }
  }

  @Test
  void theReadmeSaysWhatStayedInside() throws IOException {
    String readme = readme();
    assertThat(readme)
        .contains("\"projection\" in the manifest says what this baseline does not publish.");
    String manifest = given().get("/api/v1/baselines/sec-v0.01/manifest.json").asString();
    JsonNode projection = CanonicalJson.parse(manifest).path("projection");
    assertThat(projection.fieldNames())
        .toIterable()
        .isNotEmpty()
        .allSatisfy(name -> assertThat(readme).contains("\"" + name + "\""));
  }

  private static String digest() {
    return given().get("/api/v1/baselines/sec-v0.01").jsonPath().getString("digest");
  }

  private String run(byte[] file) throws Exception {
    Files.write(folder.resolve("bundle.zip"), file);
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Tools.python().orElseThrow().toString(),
                "check.py",
                "bundle.zip",
                "jwks.json",
                "files.jws")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    return process.waitFor() + " " + Files.readString(out);
  }
}
