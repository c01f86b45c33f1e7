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

/// Two people: the member takes a workbook away and edits it, and the drafter changes the catalogue
/// meanwhile.
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
    Page member = browser.open(address, 1280, 900, true);
    Page drafter = browser.open(address, 1280, 900, false);
    EditedSheet sheet = exported(member);
    rename(drafter, BOTH, "Title by Drafter");
    rename(drafter, CATALOGUE_ONLY, "Only Drafter changed this");
    member.navigate("/imports");
    member.locator("#file").setInputFiles(edited(sheet));
    member.locator("main form button").first().click();

    assertThat(member.locator("#conflicts")).hasText("1 row needs your decision");
    assertThat(member.locator("#note")).hasCount(0);
    Locator conflict = row(member, BOTH).locator(".app-three");
    assertThat(conflict.locator("legend")).hasText("Title To decide");
    assertThat(conflict).containsText("Title by Drafter");
    assertThat(conflict).containsText("Title by Member");
    assertThat(row(member, BOTH).locator(".app-edits")).containsText("Member says why");
    assertThat(row(member, CATALOGUE_ONLY).locator(".govuk-tag")).hasText("Same");
    assertThat(row(member, WORKBOOK_ONLY).locator(".app-edits ins")).hasText("Member");
    assertThat(member.locator(".app-findings")).containsText("says nearly the same");
    Assertions.assertThat(Browser.barriers(member)).isEmpty();
    Browser.screenshot(member, "conflict");

    row(member, BOTH).getByLabel("In the workbook").check();
    row(member, WORKBOOK_ONLY)
        .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
        .uncheck();
    row(member, DELETED).getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
    member.getByText("Save decisions and choices").last().click();
    assertThat(member.locator("#note")).isVisible();
    assertThat(member.locator(".govuk-warning-text"))
        .containsText("1 record that is not in the workbook");
    Assertions.assertThat(Browser.barriers(member)).isEmpty();
    Browser.screenshot(member, "decided");
    member.locator("#note").fill("Back from the meeting");
    member.locator(".app-apply button").click();
    assertThat(member.locator(".app-panel")).containsText("Back from the meeting");
    Browser.screenshot(member, "merged");

    assertTitle(drafter, BOTH, "Title by Member");
    assertTitle(drafter, CATALOGUE_ONLY, "Only Drafter changed this");
    drafter.navigate("/records/" + DELETED);
    assertThat(drafter.locator("main")).containsText("Withdrawn");

    member.locator(".app-undo button").click();
    assertThat(member.locator("#note-error"))
        .containsText("Enter the reason for undoing the import");
    member.locator("#note").fill("The wrong workbook");
    member.locator(".app-undo button").click();
    assertThat(member.locator(".app-meta")).containsText("Undone");
    Assertions.assertThat(Browser.barriers(member)).isEmpty();
    Browser.screenshot(member, "undone");
    assertTitle(drafter, BOTH, "Title by Drafter");
  }

  @Test
  void withoutScriptAllConflictsAreDecidedAtOnceAndRowsByTheFilter() throws IOException {
    Page member = browser.open(address, 390, 900, false);
    EditedSheet sheet = exported(member);
    rename(browser.open(address, 1280, 900, false), "ESM-0005", "Five by Drafter");
    member.navigate("/imports");
    Path file =
        sheet
            .set("ESM-0005", "Title", "Five by Member")
            .write(folder.resolve("without-script.xlsx"));
    member.locator("#file").setInputFiles(file);
    member.locator("main form button").first().click();
    Browser.screenshot(member, "conflict-small");
    member.getByText("Keep what the catalogue says, in all").click();
    assertThat(member.locator("#conflicts")).hasCount(0);
    assertThat(row(member, "ESM-0005").getByLabel("In the catalogue now")).isChecked();
    member.locator("#kind").selectOption("conflict");
    member.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    member.getByText("Leave all of them out").click();
    assertThat(member.locator(".app-rows > li")).hasCount(1);
    assertThat(member.locator(".govuk-inset-text")).containsText("All rows are left out");
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
    sheet.set(BOTH, "Title", "Title by Member").set(BOTH, "Rationale", "Member says why");
    sheet.set(WORKBOOK_ONLY, "Rationale", sheet.get(WORKBOOK_ONLY, "Rationale") + " Member");
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
}
