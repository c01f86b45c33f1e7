package org.seccatalogue.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Meters;
import org.seccatalogue.testkit.RowInTheWay;
import org.seccatalogue.testkit.Setting;

/// What a person sees of long work when nothing waits for it.
@QuarkusTest
@Setting(name = "catalogue.job.patience", value = "0S")
@BrowserPresent
@NullUnmarked
class JobPagesIT {

  private static final Pattern JOB = Pattern.compile(".*/jobs/[0-9]+");
  private static final Pattern IMPORT = Pattern.compile(".*/imports/[0-9]+");

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLargeWorkbookIsFollowedLeftFoundAgainAndCancelled(boolean script) throws Exception {
    Path workbook = Meters.write(folder.resolve("large-" + script + ".xlsx"), "L", 8_000);
    Page page = browser.open(address, script ? 1280 : 390, 900, script);
    try (RowInTheWay _ = RowInTheWay.at(5_500)) {
      send(page, workbook);
      assertThat(page).hasURL(JOB);
      assertThat(page.locator("h1")).hasText(workbook.getFileName().toString());
      assertThat(page.locator("#phase")).isVisible();
      if (script) {
        Pattern counted = Pattern.compile("[1-5],000 rows so far");
        assertThat(page.locator(".app-progress__counted")).hasText(counted);
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.screenshot(page, "reading");
      }

      page.navigate("/imports");
      page.locator("a", new Page.LocatorOptions().setHasText("large-" + script)).first().click();
      assertThat(page).hasURL(JOB);
      page.locator("button", new Page.LocatorOptions().setHasText("Cancel")).click();
    }
    follow(page, script);
    assertThat(page.locator(".app-meta")).containsText("Not read");
    assertThat(page.locator("main")).containsText("It was cancelled by");
    Browser.screenshot(page, "cancelled-" + script);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thePageOfAJobLeadsToThePlanAndFromThereToWhatWasApplied(boolean script) throws IOException {
    Path workbook = Meters.write(folder.resolve("small.xlsx"), "Small " + script, 3_000);
    Page page = browser.open(address, 1280, 900, script);
    send(page, workbook);
    follow(page, script);
    assertThat(page.locator(".app-meta")).containsText("Planned");
    page.locator("#note").fill("Three thousand");
    page.locator(".app-apply button").click();
    assertThat(page.locator("#phase, .app-panel").first()).isVisible();
    follow(page, script);
    assertThat(page.locator(".app-panel")).containsText("Three thousand");
  }

  private static void send(Page page, Path workbook) {
    page.navigate("/imports");
    page.locator("#file").setInputFiles(workbook);
    page.locator("main form button").first().click();
  }

  /// With script the page goes on by itself; without, a link shows how far it is.
  private static void follow(Page page, boolean script) {
    if (!script) {
      while (JOB.matcher(page.url()).matches()) {
        page.locator("a", new Page.LocatorOptions().setHasText("Show progress")).click();
      }
    }
    page.waitForURL(IMPORT, new Page.WaitForURLOptions().setTimeout(300_000));
  }
}
