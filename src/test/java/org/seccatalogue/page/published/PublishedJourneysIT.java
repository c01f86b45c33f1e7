package org.seccatalogue.page.published;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.TestFolder;

/// What readers come to do.
@QuarkusTest
@BrowserPresent
class PublishedJourneysIT {

  /// Without what is there and not shown.
  private static final LocatorAssertions.ContainsTextOptions SEEN =
      new LocatorAssertions.ContainsTextOptions().setUseInnerText(true);

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject TwoBaselines baselines;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void fill() {
    baselines.fill();
  }

  private static Map<String, String> addresses() {
    String at = "/baselines/sec-v0.02";
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("published-baselines", "/baselines");
    pages.put("published-contents", at);
    pages.put("published-section", at + "/sections/C.4.1.b");
    pages.put("published-clause", at + "/sections/B.1.2");
    pages.put("published-record", at + "/records/GSM-0001");
    pages.put("published-service-record", at + "/records/DSL-0001");
    pages.put("published-superseded", "/baselines/sec-v0.01/records/GSM-0001");
    pages.put("published-services", at + "/services");
    pages.put("published-services-filtered", at + "/services?role=GS&mode=OD&device=GSME");
    pages.put("published-devices", at + "/devices");
    pages.put("published-device", at + "/devices?device=GSME");
    pages.put("published-search", at + "/search?q=gas+meter");
    pages.put("published-glossary", at + "/glossary");
    pages.put("published-publications", "/publications");
    pages.put("published-developers", "/developers");
    pages.put("published-nothing", at + "/records/ESM-9999");
    return pages;
  }

  @Test
  void noPageHasABarrierOrScrollsSidewaysOnAPhone() {
    assertThat(browser.faults(address, addresses())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBidderGoesFromTheContentsToARecordAndItsOlderForm(boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/baselines/latest");
    assertThat(page).hasURL(address + "/baselines/sec-v0.02");
    page.navigate("/baselines/sec-v0.02/sections/C.4.1.b");
    link(page.getByRole(AriaRole.MAIN), "GSM-0001").last().click();
    assertThat(page.locator(".app-statement"))
        .containsText("The gas meter shall count what the WAN comms unit asks.", SEEN);
    assertThat(page.getByText("Unchanged since SEC v0.02.")).isVisible();
    page.getByText("Switch or compare").click();
    link(page.getByRole(AriaRole.NAVIGATION).getByText("SEC v0.01"), null).click();
    assertThat(page).hasURL(address + "/baselines/sec-v0.01/records/GSM-0001");
    assertThat(page.locator(".app-past"))
        .containsText(
            "SEC v0.01 is superseded. Gas meters were reworked. It is succeeded by SEC v0.02.");
    assertThat(page.locator(".app-statement")).not().containsText("WAN comms unit asks", SEEN);
  }

  private static Locator link(Locator within, @org.jspecify.annotations.Nullable String name) {
    return name == null
        ? within
        : within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTermIsExplainedOnHoverAndOnFocus(boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/baselines/sec-v0.02/records/GSM-0001");
    Locator term =
        page.locator(".app-statement")
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("WAN comms unit"));
    Locator tip =
        page.getByRole(AriaRole.TOOLTIP)
            .filter(
                new Locator.FilterOptions()
                    .setHasText("wide area network. Later: Communications hub."));
    assertThat(term)
        .hasAccessibleDescription(
            "The unit at the premises that talks to the DCC over the wide area network."
                + " Later: Communications hub.");
    assertThat(tip).hasCount(0);
    term.focus();
    assertThat(tip).isVisible();
    screenshot(page, "term-" + script);
    if (script) {
      page.keyboard().press("Escape");
      assertThat(tip).hasCount(0);
      page.keyboard().press("Tab");
    }
    page.locator("h1").focus();
    page.mouse().move(1, 1);
    term.hover();
    assertThat(tip).isVisible();
    tip.hover();
    assertThat(tip).isVisible();
    term.click();
    assertThat(page).hasURL(address + "/baselines/sec-v0.02/glossary#term-wan-comms-unit");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void servicesAreFilteredByRoleModeAndDevice(boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/baselines/sec-v0.02/services");
    int all = page.getByRole(AriaRole.ROWHEADER).count();
    page.getByLabel("Role", new Page.GetByLabelOptions().setExact(true))
        .selectOption("Gas supplier");
    page.getByLabel("Device", new Page.GetByLabelOptions().setExact(true))
        .selectOption("Gas meter");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter")).click();
    assertThat(page).hasURL(address + "/baselines/sec-v0.02/services?role=GS&mode=&device=GSME");
    int some = page.getByRole(AriaRole.ROWHEADER).count();
    assertThat(some).isBetween(1, all - 1);
    assertThat(page.getByRole(AriaRole.COLUMNHEADER).first()).hasText("Service");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBidderFindsAllThatAppliesToADevice(boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/baselines/sec-v0.02/devices");
    page.getByLabel("Device", new Page.GetByLabelOptions().setExact(true))
        .selectOption("Gas meter");
    page.getByLabel("Priority", new Page.GetByLabelOptions().setExact(true)).selectOption("Must");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
    Locator found =
        page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Records that apply to the device"))
            .getByRole(AriaRole.ROWHEADER);
    List<String> keys = FirstCallsIT.FOR_GAS_METERS;
    assertThat(found).hasText(keys.toArray(String[]::new));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("as a search")).click();
    assertThat(page.locator(".app-hits .app-key")).hasText(keys.toArray(String[]::new));
    assertThat(page.getByText("9 records")).isVisible();
  }

  @Test
  void aRecordPrintsWithItsCitation() {
    Page page = browser.open(address, 1000, 900, true);
    page.navigate("/baselines/sec-v0.02/records/GSM-0001");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.getByText("Switch or compare")).isHidden();
    assertThat(page.getByRole(AriaRole.BANNER)).isHidden();
    assertThat(page.locator(".app-cite"))
        .containsText("SEC v0.02 (31 December 2011), revision 2, SHA-256 ");
    page.pdf(
        new Page.PdfOptions()
            .setFormat("A4")
            .setPreferCSSPageSize(true)
            .setPath(TestFolder.PATH.resolve("published-record.pdf")));
  }

  @Test
  void aBrowserMarksWhatHasChangedSinceItLookedLast() {
    Page page = browser.open(address, 1280, 900, true);
    page.navigate("/baselines/sec-v0.01");
    page.navigate("/baselines/sec-v0.02");
    assertThat(page.locator("#seen"))
        .containsText("Since you last looked, at SEC v0.01: 1 new, 1 changed; see each change.");
    page.navigate("/baselines/sec-v0.02/devices?device=GSME");
    page.navigate("/baselines/sec-v0.02/search?q=gas%20meter");
    assertThat(
            page.locator("li", new Page.LocatorOptions().setHasText("GSM-0001"))
                .locator(".app-new"))
        .hasText("Changed");
    assertThat(
            page.locator("li", new Page.LocatorOptions().setHasText("GSM-0006"))
                .locator(".app-new"))
        .hasText("New");
    assertThat(page.locator(".app-new")).hasCount(2);
    page.navigate("/baselines/sec-v0.02");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have seen all")).click();
    assertThat(page.locator("#seen"))
        .hasText("Remembered in this browser: you have seen all of SEC v0.02.");
    page.reload();
    assertThat(page.locator("#seen")).isHidden();
  }

  private static void screenshot(Page page, String name) {
    Browser.screenshot(page, "published-" + name);
  }
}
