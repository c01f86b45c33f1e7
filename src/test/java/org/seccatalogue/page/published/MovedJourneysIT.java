package org.seccatalogue.page.published;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Freezer;
import org.seccatalogue.testkit.TwoBaselines;

/// What readers of baselines come to do, each with script and without.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BrowserPresent
@NullUnmarked
class MovedJourneysIT {

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Freezer freezer;
  @TempDir Path folder;

  private Browser browser;

  @BeforeAll
  void start() {
    TwoBaselines.freeze(freezer);
    browser = new Browser();
  }

  @AfterAll
  void stop() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBidderSeesWhatMoved(boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate(address + "/baselines/sec-v0.02/changes?since=sec-v0.01");
    assertThat(page.locator("h1")).hasText("Changes in SEC v0.02");
    assertThat(page.locator("article")).hasCount(5);
    assertThat(page.locator("#ESM-0002 del")).hasText(new String[] {"shall", "Peer review"});
    assertThat(page.locator("#ESM-0002 ins")).hasText(new String[] {"must always", "Draft"});
    assertThat(page.locator("#ESM-0005")).containsText("Moved from below");
    page.getByLabel("Kind of change").selectOption("MOVED");
    page.getByText("Show changes").click();
    assertThat(page.locator("article")).hasCount(2);
    shot(page, "changes", script);
    accessible(page, script);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBidderVerifiesADocument(boolean script) throws IOException {
    byte[] document =
        given().get("/api/v1/baselines/sec-v0.01/specifications/C.4.1.docx").asByteArray();
    Path file = Files.write(folder.resolve("sec-C-4-1.docx"), document);
    Page page = browser.open(address, 1280, 900, script);
    page.navigate(address + "/verify");
    page.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    page.getByText("Verify the file").click();
    assertThat(page.locator(".govuk-notification-banner__heading"))
        .hasText("The Word specification of C.4.1 is derived from the baseline.");
    String text = new String(document, StandardCharsets.ISO_8859_1);
    document[text.indexOf("w:name=\"a_ESM_0004_") + 120] ^= 1;
    Files.write(file, document);
    page.getByLabel("File", new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    page.getByText("Verify the file").click();
    assertThat(page.locator("tbody th")).hasText("ESM-0004");
    shot(page, "verify", script);
    accessible(page, script);
  }

  /// What checks it is a script itself.
  private static void accessible(Page page, boolean script) {
    if (script) {
      assertThat(Browser.barriers(page)).isEmpty();
    }
  }

  private static void shot(Page page, String name, boolean script) {
    Browser.screenshot(page, name + (script ? "" : "-plain"));
  }
}
