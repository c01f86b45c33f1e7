package org.seccatalogue.page.published;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Freezer;

/// The map as a page: a picture and a list, with and without script.
@QuarkusTest
@BrowserPresent
@NullUnmarked
class MapPagesIT {

  private static final String AT = "/baselines/sec-v0.02/map";
  private static final String FOCUSED = "[data-node='XCA-0001']";

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Freezer freezer;
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

  private Page open(String path, boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate(path);
    return page;
  }

  @Test
  void thereIsNoBarrier() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("published-map", AT);
    pages.put("published-map-code", AT + "?focus=MRA");
    pages.put("published-map-section", AT + "?focus=C.4");
    pages.put("published-map-changes", AT + "?since=sec-v0.01");
    pages.put("published-map-narrowed", AT + "?without=part%3AB&without=code%3ADCCL");
    pages.put("map", "/map");
    assertThat(browser.faults(address, pages)).isEmpty();
  }

  @Test
  void withoutScriptItIsAPictureAndAList() {
    Page page = open(AT, false);
    assertThat(page.locator("svg[role=img] > title"))
        .hasText("SEC map: interactions with existing codes and agreements");
    assertThat(page.locator(".app-map__tools")).isHidden();
    Locator code = page.locator("h3:has-text('Master Registration Agreement') + ul > li");
    assertThat(code.first().locator("summary"))
        .containsText("Interacts with, nothing more said, from C.1 DCC Services Catalogue: 1");
    code.locator("summary:has-text('Consequential change needed')").click();
    assertThat(code.locator("details[open] li").first())
        .hasText(
            "BRQ-0001 Registration refresh from MPAS Consequential change needed MRA Master"
                + " Registration Agreement as told by INT-0001 Change of supplier; MPAS"
                + " obligations");
    assertThat(code.locator("details[open] li a").first())
        .hasAttribute("href", "/baselines/sec-v0.02/records/BRQ-0001");
  }

  @Test
  void theListSaysWhereTheRestIsToldAndWhatNothingTouches() {
    Page page = open(AT, false);
    assertThat(page.locator("h3:has-text('A.7 Schedules') + p"))
        .hasText("What touches it is told under C.4, C.8.");
    assertThat(page.locator("h3:has-text('DCC licence') + p"))
        .hasText("Nothing on this map touches it.");
    assertThat(page.locator("h3:has-text('C.1 DCC Services') + ul + p"))
        .hasText("More that touches it is told under MRA, BSC, SPAA, ESL, C.3, C.4, C.5, C.7.");
  }

  @Test
  void aBoxIsFoundAndLitAndTheRestIsDimmed() {
    Page page = open(AT, true);
    page.getByLabel("Find on this map").fill("MRA");
    page.getByLabel("Find on this map").press("Enter");
    assertThat(page.locator(FOCUSED)).hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".app-map__said")).containsText("MRA Master Registration Agreement: ");
    assertThat(page.locator("[data-node='XCA-0004']")).hasClass("app-map__dim");
    assertThat(
            (String)
                page.evaluate("document.querySelector('[data-map] svg').getAttribute('viewBox')"))
        .isNotEqualTo("0 0 420 297");
    page.getByLabel("Find on this map").fill("nowhere");
    page.getByLabel("Find on this map").press("Enter");
    assertThat(page.locator(".app-map__said")).hasText("No box of this map is called “nowhere”.");
    assertThat(Browser.barriers(page)).isEmpty();
  }

  @Test
  void boxesAreReachedAndChosenByKeyboard() {
    Page page = open(AT + "?focus=MRA", true);
    page.locator(".app-map__picture").focus();
    page.keyboard().press("Tab");
    assertThat(page.locator(FOCUSED)).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(FOCUSED)).hasAttribute("aria-pressed", "true");
    page.keyboard().press("Escape");
    assertThat(page.locator(FOCUSED)).hasAttribute("aria-pressed", "false");
    page.keyboard().press("+");
    assertThat(page.locator("[data-map] svg")).not().hasAttribute("viewBox", "0 0 420 297");
    page.keyboard().press("0");
    assertThat(page.locator("[data-map] svg")).hasAttribute("viewBox", "0 0 420 297");
  }

  @Test
  void aLineOpensItsRecords() {
    Page page = open(AT + "?focus=MRA", true);
    String number = page.locator("g[data-edge]").first().getAttribute("data-edge");
    page.locator("g[data-edge='" + number + "'] path").nth(1).dispatchEvent("click");
    assertThat(page.locator("#line-" + number)).hasAttribute("open", "");
    assertThat(page.locator("#line-" + number + " summary")).isFocused();
  }

  @Test
  void whatIsPointedAtIsFollowedAndTheRestFades() {
    Page page = open(AT, true);
    Locator other = page.locator("[data-node='XCA-0012']");
    Locator away = page.locator("g[data-edge]:not([data-to='XCA-0001'])").first();
    page.locator(FOCUSED).hover();
    assertThat(other).hasClass("app-map__dim");
    assertThat(away).hasClass("app-map__dim");
    assertThat(page.locator(FOCUSED)).hasAttribute("aria-pressed", "false");
    page.locator("h1").hover();
    assertThat(page.locator("[data-map] .app-map__dim")).hasCount(0);

    String line = "[data-edge='" + page.locator("g[data-edge]").first().getAttribute("data-edge");
    page.locator("g" + line + "'] path").first().dispatchEvent("pointerover");
    assertThat(page.locator("g" + line + "'].app-map__dim")).hasCount(0);
    assertThat(page.locator("g[data-edge]:not(.app-map__dim):not(" + line + "'])")).hasCount(0);
    assertThat(page.locator("[data-node]:not(.app-map__dim)")).hasCount(2);
    page.locator(FOCUSED).focus();
    assertThat(other).hasClass("app-map__dim");
    assertThat(away).hasClass("app-map__dim");
    assertThat(page.locator("g[data-edge][data-to='XCA-0001']").first())
        .not()
        .hasClass("app-map__dim");
    assertThat(Browser.barriers(page)).isEmpty();
  }

  @Test
  void aPartyHasAMapOfItsOwn() {
    for (String at : List.of("/map", AT)) {
      Page page = open(at + "?focus=DCC", false);
      assertThat(page.locator("h1")).hasText("SEC map: what touches DCC");
      assertThat(page.getByLabel("Show the surroundings")).hasValue("DCC");
      assertThat(page.locator(".app-map-list"))
          .containsText("BRQ-0001 Registration refresh from MPAS");
      assertThat(given().get(at).asString())
          .contains("href=\"" + at + "?focus=party%3Aother%3ADCC\"")
          .doesNotContain("focus=party%3A\"");
      assertThat(open(at + "?focus=party:other:DCC", false).locator("h1"))
          .hasText("SEC map: what touches DCC");
    }
  }

  @Test
  void pagesOfRecordsAndSectionsLeadThere() {
    for (String path : List.of("/sections/C.4", "/records/ESM-0001", "/records/XCA-0001")) {
      String page = given().get("/baselines/sec-v0.02" + path).asString();
      assertThat(page).contains(AT + "?focus=", AT + "\"");
    }
    assertThat(given().get("/").asString()).contains("href=\"/map\"");
    assertThat(given().get("/sections/C.4").asString()).contains("href=\"/map?focus=");
  }

  @Test
  void itTellsWhatChangedSinceAnotherBaseline() {
    Page page = open(AT, false);
    page.getByLabel("What changed since").selectOption("sec-v0.01");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("h1"))
        .hasText(
            "SEC map: interactions with existing codes and agreements – changes since SEC v0.01");
    assertThat(page.getByLabel("What changed since")).hasValue("sec-v0.01");
    assertThat(page.locator("[data-map] svg")).containsText("SEC v0.01 → SEC v0.02");
    assertThat(page.locator("a[href='/api/v1" + AT + ".pdf?since=sec-v0.01']")).isVisible();
    given()
        .get(AT + "?since=sec-v9")
        .then()
        .statusCode(400)
        .body(containsString("There is nothing called “sec-v9” here"));
  }

  @Test
  void aReaderLeavesOutWhatDoesNotMatter() {
    Page page = open(AT, false);
    page.getByText("Leave something out").click();
    page.locator("input[value='part:B']").check();
    page.locator("input[value='code:DCCL']").check();
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("h1"))
        .hasText("SEC map: interactions with existing codes and agreements, without PART B, DCCL");
    assertThat(page.locator("input[value='part:B']")).isChecked();
    assertThat(page.locator("[data-node] > title").filter(titled("DCC licence"))).hasCount(0);
    assertThat(page.locator("[data-map] svg")).not().containsText("B.1");
    assertThat(page.locator(".app-map-list")).containsText("left out on purpose");
    assertThat(page.locator(".app-map-choices summary"))
        .hasText("Leave something out (2 left out)");
    assertThat(page.locator("a[href*='.pdf?without=code%3ADCCL&without=part%3AB']")).isVisible();
    assertThat(given().get("/map").asString()).contains("value=\"stage:DRAFT\"");
    assertThat(given().get(AT).asString()).doesNotContain("stage:DRAFT");
  }

  private static Locator.FilterOptions titled(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  @Test
  void whatIsNotThereIsToldAboveTheWholeMap() {
    given()
        .get(AT + "?focus=C.99")
        .then()
        .statusCode(400)
        .body(containsString("There is nothing called “C.99” here"))
        .body(containsString("SEC map: interactions with existing codes"));
    given().get("/map?focus=<b>").then().statusCode(400).body(containsString("“&lt;b&gt;”"));
    freezer.withdraw("ESM-0003");
    given()
        .get("/map?focus=ESM-0003")
        .then()
        .statusCode(400)
        .body(containsString("expected something that stands on the map, which withdrawn records"));
    for (String at : List.of("/map", AT)) {
      given()
          .get(at + "?focus=MRA&without=code:MRA")
          .then()
          .statusCode(400)
          .body(
              containsString(
                  "There is no record MRA of those that are not left out; this is the map of the"
                      + " whole code"));
      given()
          .get(at + "?without=nothing")
          .then()
          .statusCode(400)
          .body(containsString("Found “nothing”, expected something that can be left out"))
          .body(containsString(", code:MRA, "));
    }
    given().get(AT + "?around=MRA").then().statusCode(400);
    given().get("/map?around=MRA").then().statusCode(400);
  }
}
