package org.seccatalogue.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.record.LinkDraft;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeRole;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Catalogue;

/// What people come to do, each with script and without.
@QuarkusTest
@BrowserPresent
class JourneysIT {

  private static Browser browser;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Catalogue catalogue;
  @Inject CatalogueSchema schema;

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
    catalogue.heading(TypeKind.CLAUSE, "J.B", "Part B of a journey", null);
    catalogue.heading(TypeKind.HEADING, "J.C", "Part C of a journey", null);
  }

  private RecordType requirement() {
    return schema.typeOf(schema.namesOf(TypeKind.REQUIREMENT).getFirst());
  }

  private StoredRecord record(String title) {
    return catalogue.record(requirement(), title, "J.C", List.of());
  }

  private Locator field(Page page, StoredRecord record, AttributeRole role) {
    return field(page, record.type(), role);
  }

  private static Locator field(Page page, RecordType type, AttributeRole role) {
    Attribute attribute = type.playing(role).orElseThrow();
    return page.locator("[name='/attributes/" + attribute.name() + "']");
  }

  private static void save(Page page) {
    page.locator("button[name=action][value=save]").last().click();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRecordIsWrittenFromTheOutlineAndNothingTypedIsLostByAnError(boolean script) {
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/");
    page.getByText("Part C of a journey").first().click();
    page.navigate("/sections/J.C");
    page.getByText("Add a record here").click();
    page.locator("main a")
        .getByText(
            schema.typeOf(schema.namesOf(TypeKind.HEADING).getFirst()).label(),
            new Locator.GetByTextOptions().setExact(true))
        .click();
    RecordType heading = schema.typeOf(schema.namesOf(TypeKind.HEADING).getFirst());
    field(page, heading, AttributeRole.TITLE).fill("A heading typed here");
    save(page);
    assertThat(page.locator(".govuk-error-summary")).isVisible();
    assertThat(field(page, heading, AttributeRole.TITLE)).hasValue("A heading typed here");
    Locator reference = field(page, heading, AttributeRole.REFERENCE);
    String described = String.valueOf(reference.getAttribute("aria-describedby"));
    assertThat(page.locator("#" + described.substring(described.lastIndexOf(' ') + 1)))
        .containsText("Enter a value for");
    page.locator(".govuk-error-summary a").first().click();
    reference.fill("J.C." + (script ? 1 : 2));
    Browser.screenshot(page, "error-" + script);
    save(page);
    assertThat(page.locator("h1")).hasText("A heading typed here");
    assertThat(page.locator(".govuk-notification-banner")).containsText("was created");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBranchIsRenumberedByItsPlanAndThatIsUndone(boolean script) {
    String old = "J.C." + (script ? 31 : 32);
    String now = "J.C." + (script ? 41 : 42);
    catalogue.heading(TypeKind.HEADING, old, "A branch of a journey", "J.C");
    catalogue.heading(TypeKind.HEADING, old + ".a", "A twig of it", old);
    Page page = browser.open(address, 390, 844, script);
    page.navigate("/sections/" + old);
    page.getByText("Renumber this branch").click();
    page.locator("#number").fill("J.C");
    page.getByText("Show the plan").click();
    assertThat(page.locator("#number-error")).containsText("a number that no record outside");
    page.locator("#number").fill(now);
    page.getByText("Show the plan").click();
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.locator("#note").fill("As the chapters stand now");
    page.getByText("Renumber 2 records").click();
    assertThat(page.locator("h1")).hasText(old + " renumbered as " + now);
    page.getByText("Undo this renumbering").click();
    page.locator("#note").fill("The chapters stand as before");
    page.getByText("Undo the renumbering").click();
    assertThat(page.locator("h1")).hasText(now + " renumbered as " + old);
    page.navigate("/sections/" + now + ".a");
    assertThat(page.locator("h1")).hasText("A twig of it");
    assertThat(page.locator(".govuk-caption-l")).containsText(old + ".a");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStaleSaveShowsBothVersionsAndLosesNothing(boolean script) {
    StoredRecord record = record("As it was");
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/records/" + record.key() + "/edit");
    StoredRecord theirs = catalogue.rename(record, "As they want it");
    catalogue.reword(theirs, AttributeRole.RATIONALE, "Their rationale.");
    field(page, record, AttributeRole.TITLE).fill("As I want it");
    field(page, record, AttributeRole.STATEMENT).fill("The DCC shall keep what I typed.");
    save(page);
    assertThat(page.locator(".app-conflict")).hasCount(1);
    assertThat(page.locator(".app-conflict ins"))
        .hasText(new String[] {"I want it", "they want it"});
    assertThat(page.locator(".app-stale")).containsText("Their");
    assertThat(field(page, record, AttributeRole.TITLE)).hasValue("As I want it");
    assertThat(field(page, record, AttributeRole.RATIONALE)).hasValue("Their rationale.");
    Browser.screenshot(page, "stale-" + script);
    assertThat(script ? Browser.barriers(page) : List.of()).isEmpty();
    page.locator(".app-conflict label").getByText("Use what was saved").click();
    save(page);
    assertThat(page.locator("h1")).hasText("As they want it");
    assertThat(page.locator(".app-statement")).containsText("The DCC shall keep what I typed.");
  }

  @Test
  void aRowIsAddedWithoutScriptAndNothingIsSavedByIt() {
    StoredRecord record = record("With rows");
    Page page = browser.open(address, 1280, 900, false);
    page.navigate("/records/" + record.key() + "/edit");
    field(page, record, AttributeRole.TITLE).fill("Typed before the row");
    int rows = page.locator(".app-row").count();
    page.locator("button[value='add:/links']").click();
    assertThat(page.locator(".app-row")).hasCount(rows + 1);
    assertThat(field(page, record, AttributeRole.TITLE)).hasValue("Typed before the row");
    page.navigate("/records/" + record.key());
    assertThat(page.locator("h1")).hasText("With rows");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSuspectLinkIsLookedAtAndConfirmed(boolean script) {
    String reference = "J.B." + (script ? 1 : 2);
    StoredRecord clause =
        catalogue.heading(TypeKind.CLAUSE, reference, "Access to services", "J.B");
    StoredRecord record =
        catalogue.record(
            requirement(),
            "Traced",
            "J.C",
            List.of(new LinkDraft(schema.derivations().getFirst(), reference, null, null)));
    catalogue.rename(clause, "Access to all services");
    Page page = browser.open(address, 1280, 900, script);
    page.navigate("/trace");
    page.locator("#suspects ~ .app-scroll").first().getByText(record.key().toString()).click();
    page.getByText("What changed").click();
    assertThat(page.locator("ins").last()).containsText("all");
    Browser.screenshot(page, "changed-" + script);
    page.goBack();
    page.locator("form button").getByText("Confirm").click();
    assertThat(page.locator(".govuk-notification-banner")).containsText("was confirmed");
    assertThat(page.locator("main")).not().containsText("Suspect");
  }

  @Test
  void aWithdrawalNeedsAReasonAndShowsIt() {
    StoredRecord record = record("To be withdrawn");
    Page page = browser.open(address, 390, 800, true);
    page.navigate("/records/" + record.key());
    page.locator("main a").getByText("Withdraw").click();
    page.locator("main form button").click();
    assertThat(page.locator("#note-error")).containsText("Enter the reason");
    page.locator("#note").fill("Covered elsewhere");
    page.locator("main form button").click();
    assertThat(page.locator(".govuk-warning-text")).containsText("was withdrawn");
  }

  @Test
  void searchingFindsAsOneTypesAndAKeyLeadsStraightThere() {
    StoredRecord record = record("Zanzibar clearance");
    Page page = browser.open(address, 1280, 900, true);
    page.navigate("/search");
    page.locator("#q").pressSequentially("zanzibar");
    assertThat(page.locator("#results")).containsText(record.key().toString());
    page.locator("#q").fill(record.key().toString().toLowerCase(Locale.ROOT));
    page.locator("#q").press("Enter");
    assertThat(page.locator("h1")).hasText("Zanzibar clearance");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    StoredRecord record = record("By keyboard");
    Page page = browser.open(address, 1280, 900, true);
    page.navigate("/records/" + record.key() + "/edit");
    page.keyboard().press("Tab");
    assertThat(page.locator(".govuk-skip-link")).isFocused();
    page.keyboard().press("Enter");
    field(page, record, AttributeRole.TITLE).focus();
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("By keyboard alone");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("By keyboard alone");
  }

  @Test
  void onAPhoneTheBoxOfInteractionsStandsInOneColumn() {
    for (int width : new int[] {320, 400}) {
      Page page = browser.open(address, width, 900, false);
      page.navigate("/sections/C.6");
      Locator cell = page.locator(".sec-interactions td:nth-child(3)").first();
      BoundingBox box = cell.boundingBox();
      assertThat(box.x + box.width).isLessThanOrEqualTo(width);
      assertThat(box.y).isGreaterThan(page.locator(".sec-interactions td").first().boundingBox().y);
      assertThat((String) cell.evaluate("cell => getComputedStyle(cell, '::before').content"))
          .isEqualTo("\"What its administrator says\"");
    }
  }
}
