package org.seccatalogue.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.imports.EditedSheet;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;

/// Two people: Anna takes a workbook away and edits it, and Ben changes the catalogue meanwhile.
@QuarkusTest
@BrowserPresent
class MergeJourneysIT {

  private static final String BOTH = "ESM-0001";
  private static final String WORKBOOK_ONLY = "ESM-0002";
  private static final String CATALOGUE_ONLY = "ESM-0003";
  private static final String DELETED = "ESM-0004";

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject CatalogueSchema schema;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @Test
  void whatBothChangedIsDecidedOnThePageAppliedAndUndone() throws IOException {
    Page anna = browser.open(address, 1280, 900, true);
    Page ben = browser.open(address, 1280, 900, false);
    EditedSheet sheet = exported(anna);
    rename(ben, BOTH, "Title by Ben");
    rename(ben, CATALOGUE_ONLY, "Only Ben changed this");
    anna.navigate("/imports");
    anna.locator("#file").setInputFiles(edited(sheet));
    anna.locator("main form button").first().click();

    assertThat(anna.locator("#conflicts")).hasText("1 row needs your decision");
    assertThat(anna.locator("#note")).hasCount(0);
    Locator conflict = row(anna, BOTH).locator(".app-three");
    assertThat(conflict.locator("legend")).hasText("Title To decide");
    assertThat(conflict).containsText("Title by Ben");
    assertThat(conflict).containsText("Title by Anna");
    assertThat(row(anna, BOTH).locator(".app-edits")).containsText("Anna says why");
    assertThat(row(anna, CATALOGUE_ONLY).locator(".govuk-tag")).hasText("Same");
    assertThat(row(anna, WORKBOOK_ONLY).locator(".app-edits ins")).hasText("Anna");
    assertThat(anna.locator(".app-findings")).containsText("says nearly the same");
    Assertions.assertThat(Browser.barriers(anna)).isEmpty();
    screenshot(anna, "conflict");

    row(anna, BOTH).getByLabel("In the workbook").check();
    row(anna, WORKBOOK_ONLY)
        .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
        .uncheck();
    row(anna, DELETED).getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
    anna.getByText("Save decisions and choices").last().click();
    assertThat(anna.locator("#note")).isVisible();
    assertThat(anna.locator(".govuk-warning-text"))
        .containsText("1 record that is not in the workbook");
    Assertions.assertThat(Browser.barriers(anna)).isEmpty();
    screenshot(anna, "decided");
    anna.locator("#note").fill("Back from the meeting");
    anna.locator(".app-apply button").click();
    assertThat(anna.locator(".app-panel")).containsText("Back from the meeting");
    screenshot(anna, "merged");

    assertTitle(ben, BOTH, "Title by Anna");
    assertTitle(ben, CATALOGUE_ONLY, "Only Ben changed this");
    ben.navigate("/records/" + DELETED);
    assertThat(ben.locator("main")).containsText("Withdrawn");

    anna.locator(".app-undo button").click();
    assertThat(anna.locator("#note-error")).containsText("Enter the reason for undoing the import");
    anna.locator("#note").fill("The wrong workbook");
    anna.locator(".app-undo button").click();
    assertThat(anna.locator(".app-meta")).containsText("Undone");
    Assertions.assertThat(Browser.barriers(anna)).isEmpty();
    screenshot(anna, "undone");
    assertTitle(ben, BOTH, "Title by Ben");
  }

  @Test
  void withoutScriptAllConflictsAreDecidedAtOnceAndRowsByTheFilter() throws IOException {
    Page anna = browser.open(address, 390, 900, false);
    EditedSheet sheet = exported(anna);
    rename(browser.open(address, 1280, 900, false), "ESM-0005", "Five by Ben");
    anna.navigate("/imports");
    Path file =
        sheet.set("ESM-0005", "Title", "Five by Anna").write(folder.resolve("without-script.xlsx"));
    anna.locator("#file").setInputFiles(file);
    anna.locator("main form button").first().click();
    screenshot(anna, "conflict-small");
    anna.getByText("Keep what the catalogue says, in all").click();
    assertThat(anna.locator("#conflicts")).hasCount(0);
    assertThat(row(anna, "ESM-0005").getByLabel("In the catalogue now")).isChecked();
    anna.locator("#kind").selectOption("conflict");
    anna.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    anna.getByText("Leave all of them out").click();
    assertThat(anna.locator(".app-rows > li")).hasCount(1);
    assertThat(anna.locator(".govuk-inset-text")).containsText("All rows are left out");
  }

  private static Locator row(Page page, String key) {
    Locator named = page.locator(".app-rows__head .app-key:text-is('" + key + "')");
    return page.locator(".app-rows > li", new Page.LocatorOptions().setHas(named));
  }

  private EditedSheet exported(Page page) throws IOException {
    page.navigate("/exports");
    Download download =
        page.waitForDownload(
            () ->
                page.locator("a[aria-label='.xlsx workbook of Electricity meter specifications']")
                    .click());
    Path file = folder.resolve("exported.xlsx");
    download.saveAs(file);
    return EditedSheet.of(file, "Electricity meter specs");
  }

  private Path edited(EditedSheet sheet) throws IOException {
    sheet.set(BOTH, "Title", "Title by Anna").set(BOTH, "Rationale", "Anna says why");
    sheet.set(WORKBOOK_ONLY, "Rationale", sheet.get(WORKBOOK_ONLY, "Rationale") + " Anna");
    sheet.delete(DELETED).copy(WORKBOOK_ONLY, null);
    sheet.set(null, "Title", "A new requirement").set(null, "Revision", null);
    sheet.set(null, "Digest", null);
    return sheet.write(folder.resolve("meter-specifications-back.xlsx"));
  }

  private Attribute title() {
    RecordType type = schema.typeOf("electricity-meter-spec");
    return type.playing(AttributeRole.TITLE).orElseThrow();
  }

  private void rename(Page page, String key, String title) {
    page.navigate("/records/" + key + "/edit");
    page.locator("[name='/attributes/" + title().name() + "']").fill(title);
    page.locator("button[name=action][value=save]").last().click();
    assertThat(page.locator("h1")).hasText(title);
  }

  private static void assertTitle(Page page, String key, String title) {
    page.navigate("/records/" + key);
    assertThat(page.locator("h1")).hasText(title);
  }

  private static void screenshot(Page page, String name) {
    String folder = System.getProperty("catalogue.screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }
}
