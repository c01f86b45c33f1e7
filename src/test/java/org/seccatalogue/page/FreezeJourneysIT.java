package org.seccatalogue.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;

/// A baseline from the first look to its end, with script and without.
@QuarkusTest
@BrowserPresent
class FreezeJourneysIT {

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Published published;

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
  void theDraftIsFrozenAndSupersededByClicking(boolean script) {
    String first = script ? "Journey 1" : "Journey 3";
    String second = script ? "Journey 2" : "Journey 4";
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/freeze");
    look(page);
    assertThat(page.locator(".govuk-error-summary"))
        .containsText("Enter the name of the baseline.");
    freeze(page, first, script);
    freeze(page, second, script);
    page.navigate("/freeze");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Supersede or withdraw " + first).setExact(true))
        .click();
    accessible(page, script);
    button(page, "Confirm");
    assertThat(page.locator(".govuk-error-summary")).containsText("Select what to do.");
    page.getByLabel("Supersede: another baseline takes its place").check();
    page.getByLabel("The baseline that takes its place, if it is superseded")
        .selectOption(FreezeJourneysIT.id(second));
    page.getByLabel("Reason").fill("The meters were wrong");
    button(page, "Confirm");
    Baseline superseded = published.find(id(first)).orElseThrow();
    assertThat(superseded.state()).isEqualTo(PublicationAction.SUPERSEDED);
    assertThat(superseded.reason()).isEqualTo("The meters were wrong");
    assertThat(superseded.successor()).isEqualTo(id(second));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatGoesOutIsShownAndChosen(boolean script) {
    String name = script ? "Owners 1" : "Owners 2";
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/freeze");
    page.getByText("What is published of each record: nothing internal, unless you choose").click();
    assertThat(line(page, "Option sets")).containsText("Options: Assumed by, Decider");
    page.getByLabel("Owner (drafter)").check();
    page.getByLabel("Notes of links").check();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Date on the baseline").fill("2011-11-30");
    look(page);
    assertThat(page.getByLabel("Owner (drafter)")).isChecked();
    assertThat(line(page, "All requirements")).containsText("Owner (drafter) (68 records)");
    assertThat(line(page, "All requirements")).containsText("Owning group, Source");
    assertThat(line(page, "All requirements").locator("td").first()).hasText("68");
    assertThat(line(page, "Of each record")).containsText("Names of drafters");
    assertThat(page.locator("#link-notes")).hasText("46 links have notes, which go out.");
    page.getByLabel("Source", new Page.GetByLabelOptions().setExact(true)).first().check();
    button(page, "Freeze and publish");
    assertThat(page.locator(".govuk-error-summary"))
        .containsText("What is to be published was chosen anew since you looked.");
    assertThat(published.find(id(name))).isEmpty();
    page.getByLabel("Source", new Page.GetByLabelOptions().setExact(true)).first().uncheck();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check again")).click();
    waive(page, "NAMES_OUTSIDE", "The key alone tells nothing");
    waive(page, "PROVISIONAL", "Policy is still open");
    accessible(page, script);
    Browser.screenshot(page, "freeze-going-out");
    page.setViewportSize(390, 844);
    Browser.screenshot(page, "freeze-going-out-phone");
    page.setViewportSize(1280, 900);
    button(page, "Freeze and publish");
    assertThat(page.locator("main")).containsText("Not published: Owning group and Source of");
    assertThat(page.locator("main")).not().containsText("notes of links");
  }

  private static Locator line(Page page, String type) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(type)).first();
  }

  private static void freeze(Page page, String name, boolean script) {
    page.navigate("/freeze");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Date on the baseline").fill("2011-11-30");
    look(page);
    accessible(page, script);
    assertThat(page.locator("#report")).hasText("Issues to resolve");
    Browser.screenshot(page, "freeze");
    button(page, "Freeze and publish");
    assertThat(page.locator("#report")).hasText("Issues to resolve");
    waive(page, "NAMES_OUTSIDE", "The key alone tells nothing");
    waive(page, "PROVISIONAL", "Policy is still open");
    button(page, "Freeze and publish");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/baselines/" + id(name)));
  }

  /// What checks it is a script itself.
  private static void accessible(Page page, boolean script) {
    if (script) {
      assertThat(Browser.barriers(page)).isEmpty();
    }
  }

  private static void waive(Page page, String code, String reason) {
    page.locator("[id='reason:" + code + "']").fill(reason);
    page.locator("[id='by:" + code + "']").fill("SMIP Programme");
  }

  private static void look(Page page) {
    Locator see =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check for issues"));
    see.click();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static String id(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
  }
}
