package org.seccatalogue.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.workbook.Layouts;

/// A stranger's workbook comes in by clicking alone, on a desk with script and on a phone without.
@QuarkusTest
@BrowserPresent
@NullUnmarked
class MappingJourneysIT {

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
  void aListOfDevicesWithExplanationsBelowItsHeaders(boolean script) throws IOException {
    String sheet = "Devices " + script;
    Path file =
        Layouts.write(
            folder.resolve("device-list-" + script + ".xlsx"),
            new Layouts.Named("Versions", List.of(List.of("Version 2"), List.of("Issued today"))),
            new Layouts.Named(sheet, Layouts.devices(script ? 0 : 100)));
    Page page = open(script);

    upload(page, file);
    assertThat(page.locator("h1")).hasText("What does this workbook contain?");
    check(page, "devices-sheets-" + script);
    page.getByRole(AriaRole.LINK, named(sheet)).click();
    assertThat(page.locator("#headerRows")).hasValue("1, 2");
    assertThat(page.locator("#firstRow")).hasValue("8");
    check(page, "devices-suggested-" + script);
    meaning(page, "Communications Hub").selectOption(script ? "=Other consumer device" : "!");
    assertThat(meaning(page, "Pre-Payment Interface Device")).hasValue("=PPMID");
    meaning(page, "Current").selectOption("-");
    meaning(page, "Removed").selectOption("=WITHDRAWN");
    fillWhatIsTheSame(page);
    press(page, "Show how it would be read");
    assertThat(page.locator("main")).containsText("Everything fits");
    check(page, "devices-mapped-" + script);
    press(page, "Keep this mapping");
    String read = script ? "24" : "16";
    press(page, "Save and plan the import");
    selectWithdrawals(page, script ? "3" : "2");
    apply(page, read, "devices-" + script);

    upload(page, file);
    assertThat(page.locator(".app-meta")).containsText("device-list-" + script);
    assertThat(page.locator(".app-counts dd").nth(2)).hasText(read);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCatalogueOfControlsWithLongTextsAndNamesThatRepeat(boolean script) throws IOException {
    String sheet = "Revision " + script;
    Path file =
        Layouts.write(
            folder.resolve("controls-" + script + ".xlsx"),
            new Layouts.Named(sheet, Layouts.controls(script ? "" : "X")));
    Page page = open(script);

    upload(page, file);
    page.getByRole(AriaRole.LINK, named(sheet)).click();
    check(page, "controls-suggested-" + script);
    fillWhatIsTheSame(page);
    press(page, "Show how it would be read");
    assertThat(page.locator("main")).containsText("Everything fits");
    assertThat(page.locator(".app-doubt").first()).containsText("the rest is cut");
    check(page, "controls-mapped-" + script);
    press(page, "Keep this mapping");
    press(page, "Save and plan the import");
    apply(page, "20", "controls-" + script);

    upload(page, file);
    assertThat(page.locator(".app-counts dd").nth(2)).hasText("20");
  }

  private Page open(boolean script) {
    return browser.open(address, script ? 1280 : 390, 900, script);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTextFileIsMappedAnewWithAnotherSeparator(boolean script) throws IOException {
    Path file = folder.resolve("Lamps.csv");
    Files.writeString(
        file,
        "Lamp|Meaning, in words\nGrün|Supply, on\nRot|Supply, off\nGelb|Credit, low\n",
        Charset.forName("windows-1252"));
    Page page = open(script);
    page.navigate("/imports");
    page.getByText("How the file is read: recognised automatically, unless you choose").click();
    page.locator("#separator").selectOption("Comma");
    page.locator("#file").setInputFiles(file);
    press(page, "Map its columns");
    assertThat(page.locator("#read-as"))
        .hasText(
            "Read as: Text with separators (.csv, .tsv), in windows-1252, separated by comma,"
                + " quoted by quotation mark (\").");
    String first = page.url();

    page.getByText("Read the file in another way").click();
    assertThat(page.locator("#hiddenRows")).hasCount(0);
    page.locator("#encoding").selectOption("UTF-8");
    press(page, "Read it again");
    assertThat(page.locator("#again .govuk-error-message"))
        .hasText(
            "Error: Found “text that is not in UTF-8”, expected the encoding in which it was"
                + " written; choose another, or save it as UTF-8.");
    assertThat(page.locator("#label")).hasValue("Lamps");
    assertThat(page.locator("#read-as")).containsText("in windows-1252");
    check(page, "mapping-unread-" + script);
    page.locator("#encoding").selectOption("Recognise it from the file");
    page.locator("#separator").selectOption("Vertical bar");
    check(page, "mapping-again-" + script);
    press(page, "Read it again");
    assertThat(page.locator("#read-as")).containsText("separated by vertical bar");
    assertThat(page.url()).isNotEqualTo(first);
    page.locator("table a").click();
    assertThat(page.locator("main")).containsText("Meaning, in words");
    page.navigate(first);
    assertThat(page.locator("#read-as")).containsText("separated by comma");
  }

  private static void upload(Page page, Path file) {
    page.navigate("/imports");
    page.locator("#file").setInputFiles(file);
    press(page, "Read the workbook");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator meaning(Page page, String value) {
    return page.getByLabel(value, new Page.GetByLabelOptions().setExact(true));
  }

  /// Chooses the first of what is offered wherever nothing is chosen yet.
  private static void fillWhatIsTheSame(Page page) {
    for (Locator select : page.locator("select[name^='x:']").all()) {
      if (select.inputValue().isEmpty()) {
        select.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      }
    }
    for (Locator boxes : page.locator("fieldset:has(> div > div > input[name^='x:'])").all()) {
      boxes.locator("input").first().check();
    }
  }

  /// A new record that the list calls removed is applied only if somebody selects it.
  private static void selectWithdrawals(Page page, String rows) {
    assertThat(page.locator(".app-counts")).containsText("To select individually" + rows);
    List<Locator> unselected =
        page.locator(".app-rows__out:has-text(', row ') input[type=checkbox]").all();
    assertThat(unselected).hasSize(Integer.parseInt(rows));
    unselected.forEach(Locator::check);
    page.locator(".app-save button").click();
    assertThat(page.locator(".app-rows__out:has-text(', row ')")).hasCount(0);
  }

  private static void apply(Page page, String created, String name) {
    assertThat(page.locator(".app-meta")).containsText("Planned");
    assertThat(page.locator(".app-counts dd").first()).hasText(created);
    Browser.screenshot(page, "plan-" + name);
    page.locator("#note").fill("The list as it was issued");
    page.locator(".app-apply button").click();
    assertThat(page.locator(".app-panel")).containsText("The list as it was issued");
  }

  /// No page has a barrier or is wider than its window.
  private static void check(Page page, String name) {
    Browser.screenshot(page, name);
    assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
    if (name.endsWith("true")) {
      assertThat(Browser.barriers(page)).isEmpty();
    }
  }
}
