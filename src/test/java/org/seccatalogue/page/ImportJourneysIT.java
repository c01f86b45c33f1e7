package org.seccatalogue.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.workbook.HiddenParts;

/// What an SMDG member does with a workbook.
@QuarkusTest
@BrowserPresent
class ImportJourneysIT {

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

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
  void aWorkbookWithMistakesIsRefusedCellByCell(boolean script) {
    Page page = browser.open(address, script ? 1280 : 390, 900, script);
    page.navigate("/imports");
    page.locator("main form button").first().click();
    assertThat(page.locator("#file-error")).containsText("Choose a workbook");
    page.locator("#file")
        .setInputFiles(Path.of("import/samples/meter-specifications-with-mistakes.xlsx"));
    page.locator("main form button").first().click();
    assertThat(page.locator(".app-meta")).containsText("Refused");
    assertThat(page.locator(".app-findings")).containsText("A3");
    assertThat(page.locator(".app-apply")).hasCount(0);
    Browser.screenshot(page, "refused-" + script);
  }

  @Test
  void rowsWithMistakesAreLeftOutAndTheOthersApplied() {
    Page page = browser.open(address, 1280, 900, true);
    page.navigate("/imports");
    String rows = "Reference,Title,Section\nC.97,Right,C\nC.98,,C\nC.99,Its section is wrong,Z.1\n";
    page.locator("#file")
        .setInputFiles(
            new FilePayload("sections.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button").first().click();
    assertThat(page.locator(".govuk-inset-text")).containsText("2 cells do not fit, in 2 rows");
    Assertions.assertThat(Browser.barriers(page)).isEmpty();
    Browser.screenshot(page, "to-leave-out");
    page.getByText("Leave out the 2 rows with cells that do not fit").click();
    assertThat(page.locator(".app-meta")).containsText("Planned");
    assertThat(page.locator(".govuk-inset-text")).containsText("2 rows with cells that do not fit");
    assertThat(page.locator(".app-findings")).containsText("B3");
    assertThat(page.locator(".app-counts")).containsText("Left out2");
    Assertions.assertThat(Browser.barriers(page)).isEmpty();
    Browser.screenshot(page, "left-out");
    page.locator("#note").fill("What was right");
    page.getByText("Apply 1 row").click();
    assertThat(page.locator(".app-panel")).containsText("What was right");
    assertThat(page.locator(".app-findings")).containsText("B3");
    Browser.screenshot(page, "left-out-applied");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWorkbookIsReadAgainWithWhatIsHidden(boolean script) {
    Page page = browser.open(address, script ? 1280 : 390, 900, script);
    page.navigate("/imports");
    page.getByText("How the file is read: recognised automatically, unless you choose").click();
    assertThat(page.locator("#hiddenRows")).isChecked();
    check(page, script, "reading-choices-" + script);
    page.locator("#hiddenRows").uncheck();
    page.locator("#file")
        .setInputFiles(
            new FilePayload("hidden.xlsx", "application/octet-stream", HiddenParts.workbook()));
    page.locator("main form button").first().click();
    assertThat(page.locator("#read-as"))
        .hasText(
            "Read as: Excel workbook (.xlsx); hidden sheets are not read, hidden rows are not read"
                + " and hidden columns are read.");
    assertThat(page.locator(".app-counts dd").first()).hasText("1");

    page.getByText("Read the file in another way").click();
    assertThat(page.locator("#encoding")).hasCount(0);
    check(page, script, "read-again-" + script);
    page.locator("#hiddenSheets").check();
    page.locator("#hiddenRows").check();
    page.getByText("Read it again").click();
    assertThat(page.locator("#read-as"))
        .hasText(
            "Read as: Excel workbook (.xlsx); hidden sheets are read, hidden rows are read and"
                + " hidden columns are read.");
    assertThat(page.locator(".app-counts dd").first()).hasText("3");
  }

  @Test
  void aFileThatCannotBeReadAsChosenKeepsTheChoices() {
    Page page = browser.open(address, 1280, 900, true);
    page.navigate("/imports");
    page.getByText("How the file is read: recognised automatically, unless you choose").click();
    page.locator("#hiddenRows").uncheck();
    page.locator("#encoding").selectOption("UTF-8");
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "sections.csv",
                "text/csv",
                "Title,Section\nZähler,C\n".getBytes(StandardCharsets.ISO_8859_1)));
    page.locator("main form button").first().click();
    assertThat(page.locator("#file-error"))
        .hasText(
            "Error: Found “text that is not in UTF-8”, expected the encoding in which it was"
                + " written; choose another, or save it as UTF-8.");
    assertThat(page.locator("#hiddenRows")).isVisible();
    assertThat(page.locator("#hiddenRows")).not().isChecked();
    assertThat(page.locator("#hiddenSheets")).not().isChecked();
    assertThat(page.locator("#hiddenColumns")).isChecked();
    assertThat(page.locator("#encoding option:checked")).hasText("UTF-8");
    check(page, true, "unread");
  }

  private static void check(Page page, boolean script, String name) {
    Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
    if (script) {
      Assertions.assertThat(Browser.barriers(page)).isEmpty();
    }
    Browser.screenshot(page, name);
  }

  @Test
  void aWorkbookIsPlannedAndAppliedWithANote() {
    Page page = browser.open(address, 1280, 900, false);
    page.navigate("/imports");
    page.locator("#file").setInputFiles(Path.of("import/samples/meter-specifications.xlsx"));
    page.locator("main form button").first().click();
    Browser.screenshot(page, "planned");
    page.locator(".app-apply button").click();
    assertThat(page.locator("#note-error")).isVisible();
    page.locator("#note").fill("Meter specifications of the August hothouse");
    page.locator(".app-apply button").click();
    assertThat(page.locator(".app-panel")).containsText("August hothouse");
    Browser.screenshot(page, "applied");
  }

  @Test
  void aLowerMarkingIsAppliedOnlyWhenItIsChosen() {
    Page page = browser.open(address, 1280, 900, true);
    planned(page, "Commercial in confidence");
    apply(page, "To be marked");
    planned(page, "Protect");

    assertThat(page.locator(".app-findings")).containsText("a marking that is not lower");
    assertThat(page.locator(".app-rows"))
        .containsText("It lowers the protective marking, and is applied only when you choose it.");
    assertThat(page.locator("#chosen-1")).not().isChecked();
    page.getByText("Choose all of them").click();
    assertThat(page.locator("#chosen-1")).not().isChecked();
    assertThat(page.locator(".govuk-inset-text")).containsText("All rows are left out");
    Assertions.assertThat(Browser.barriers(page)).isEmpty();
    Browser.screenshot(page, "lower-marking");

    page.locator("#chosen-1").check();
    page.locator(".app-save button").click();
    assertThat(page.locator("#chosen-1")).isChecked();
    apply(page, "The marking was too high");
    page.navigate("/records/ESM-0001");
    assertThat(page.locator("main")).containsText("Protect");
    assertThat(page.locator("main")).not().containsText("Commercial in confidence");
  }

  private static void planned(Page page, String marking) {
    page.navigate("/imports");
    String rows = "Key,Protective marking\nESM-0001," + marking + "\n";
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "electricity meter specifications.csv",
                "text/csv",
                rows.getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button").first().click();
    assertThat(page.locator(".app-meta")).containsText("Planned");
  }

  private static void apply(Page page, String note) {
    page.locator("#note").fill(note);
    page.locator(".app-apply button").click();
    assertThat(page.locator(".app-panel")).containsText(note);
  }
}
