package org.seccatalogue.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.Proof;

/// The page that verifies without a server, opened from a disk: it says what the command says.
@QuarkusTest
@BrowserPresent
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class OfflinePageIT {

  private static final int FORGERIES = Proof.count(6, 1_000);

  @Inject Freezer freezer;
  @Inject Published published;
  @Inject FileLists lists;
  @TempDir static Path folder;

  private Map<String, byte[]> parts;
  private Map<String, byte[]> later;
  private List<FileList> signed;
  private Path keys;
  private Path list;
  private Path bundle;
  private Path page;

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
    keys = kept("/.well-known/jwks.json", "jwks.json");
    list = folder.resolve("files.jws");
    Files.write(list, bytes("/api/v1/baselines/sec-v0.01/files.jws"));
    Files.writeString(
        list,
        Files.readString(list) + given().get("/api/v1/baselines/sec-v0.02/files.jws").asString());
    bundle = kept("/api/v1/baselines/sec-v0.01/bundle.zip", "bundle.zip");
    page = kept("/verify/offline.html", "verify.html");
  }

  private Path kept(String address, String name) throws IOException {
    return Files.write(folder.resolve(name), bytes(address));
  }

  private static byte[] bytes(String address) {
    return given().get(address).then().statusCode(200).extract().asByteArray();
  }

  /// What the page says.
  ///
  /// @param kind authentic, different, unknown or unsigned
  private record Said(String kind, String text) {}

  private static Said said(Page window, Path file, List<Path> keys, List<Path> list) {
    window.locator("#file").setInputFiles(file);
    window.locator("#keys").setInputFiles(keys.toArray(Path[]::new));
    window.locator("#list").setInputFiles(list.toArray(Path[]::new));
    window.evaluate("document.getElementById('answer').replaceChildren()");
    window.locator("button").click();
    window.locator("#answer h2").waitFor();
    return new Said(
        window.locator("#answer").getAttribute("class"), window.locator("#answer").innerText());
  }

  private Page opened(Browser browser) {
    Page window = browser.open(null, 1280, 900, true);
    window.navigate(page.toUri().toString());
    return window;
  }

  @Test
  void itIsAFileToKeep() {
    given()
        .get("/verify/offline.html")
        .then()
        .header("Content-Disposition", is("attachment; filename=\"verify-offline.html\""))
        .header("Content-Type", is("text/html;charset=UTF-8"));
  }

  @Test
  void whatWasPublishedIsAuthentic() throws IOException {
    Path workbook = kept("/api/v1/baselines/sec-v0.01/records.xlsx", "records.xlsx");
    String digest = given().get("/api/v1/baselines/sec-v0.01").jsonPath().getString("digest");
    try (Browser browser = new Browser()) {
      Page window = opened(browser);
      Said whole = said(window, bundle, List.of(keys), List.of(list));
      assertThat(whole.kind).as(whole.text).isEqualTo("authentic");
      assertThat(whole.text).contains("Baseline SEC v0.01, digest " + digest);
      assertThat(said(window, workbook, List.of(keys), List.of(list)).kind).isEqualTo("authentic");
      assertThat(said(window, bundle, List.of(), List.of()).kind).isEqualTo("unsigned");
      assertThat(said(window, bundle, List.of(), List.of(list)).kind).isEqualTo("unknown");
      assertThat(said(window, bundle, List.of(keys), List.of()).kind).isEqualTo("unknown");
      assertThat(said(window, workbook, List.of(keys), List.of()).kind).isEqualTo("unknown");
      Browser.screenshot(window, "verify-offline");
      assertThat(Browser.barriers(window)).isEmpty();
    }
  }

  @Test
  void noForgeryPasses() throws IOException {
    Forgeries forgeries = new Forgeries(parts, later);
    try (Browser browser = new Browser()) {
      Page window = opened(browser);
      for (int i = 0; i < FORGERIES; i++) {
        Forgeries.Forgery forgery = forgeries.next();
        Path file = Forgeries.packed(forgery.parts(), folder);
        assertThat(FileCheck.check(file, published.keys(), signed))
            .isInstanceOf(Verdict.Different.class);
        Said said = said(window, file, List.of(keys), List.of(list));
        assertThat(said.kind)
            .as("%s of %s, the %d. of %s", forgery.what(), forgery.part(), i, Proof.told())
            .isEqualTo("different");
        assertThat(said.text).contains(forgery.part());
      }
    }
  }

  @Test
  void anyByteOfTheArchiveCounts() throws IOException {
    byte[] whole = Files.readAllBytes(bundle);
    List<Integer> places = new ArrayList<>(List.of(0, 8, whole.length - 1));
    for (int at = 1; at < 6; at++) {
      places.add((int) ((long) whole.length * at / 6));
    }
    try (Browser browser = new Browser()) {
      Page window = opened(browser);
      for (int place : places) {
        byte[] flipped = whole.clone();
        flipped[place] ^= 1;
        Path file = Files.write(folder.resolve("flipped.zip"), flipped);
        assertThat(said(window, file, List.of(keys), List.of(list)).kind)
            .as("byte %d", place)
            .isIn("different", "unknown");
      }
    }
  }

  @Test
  void nothingMayBeAroundTheArchive() throws IOException {
    Map<String, byte[]> around = Forgeries.around(Files.readAllBytes(bundle), parts, folder);
    try (Browser browser = new Browser()) {
      Page window = opened(browser);
      for (Map.Entry<String, byte[]> one : around.entrySet()) {
        Path file = Files.write(folder.resolve("around.zip"), one.getValue());
        assertThat(said(window, file, List.of(keys), List.of(list)).kind)
            .as(one.getKey())
            .isIn("different", "unknown");
      }
    }
  }
}
