package org.seccatalogue.page.published;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Browser;
import org.seccatalogue.testkit.BrowserPresent;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Freezer;

/// Sections as documents to read, the longest among them too.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BrowserPresent
@NullUnmarked
class SectionPagesIT {

  private static final String AT = "/baselines/sec-v0.01/sections/";
  private static final int OWN = 203;

  @ConfigProperty(name = "test.url")
  String address;

  @Inject Catalogue catalogue;
  @Inject CatalogueSchema schema;
  @Inject Freezer freezer;

  private List<String> own;
  private List<String> below;

  /// A section with more records than a page has, and a sub-section with two.
  @BeforeAll
  void freeze() {
    RecordType type = schema.typeOf(schema.namesOf(TypeKind.REQUIREMENT).getFirst());
    catalogue.heading(TypeKind.HEADING, "Z", "A part", null);
    catalogue.heading(TypeKind.HEADING, "Z.9", "A long section", "Z");
    catalogue.heading(TypeKind.HEADING, "Z.9.1", "A short one", "Z.9");
    own = records(type, "Z.9", OWN);
    below = records(type, "Z.9.1", 2);
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  private List<String> records(RecordType type, String section, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> catalogue.record(type, "Record " + i + " of " + section, section, List.of()))
        .map(record -> record.key().toString())
        .toList();
  }

  private static String page(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  /// The records of a document with their digests.
  private static List<String> articles(String html) {
    return found(html, "<article class=\"sec-requirement[^\"]*\" id=\"[^\"]*\" (data-key=[^>]*)>");
  }

  private static List<String> found(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map(r -> r.group(1)).toList();
  }

  private static List<String> keys(String html) {
    return articles(html).stream().map(a -> a.replaceAll("data-key=\"([^\"]*)\".*", "$1")).toList();
  }

  @Test
  void aSectionReadsAsItsDocument() {
    String page = page(AT + "C.4.1");
    String document = page("/api/v1/baselines/sec-v0.01/specifications/C.4.1.html");
    assertThat(articles(page)).isEqualTo(articles(document)).hasSize(24);
    assertThat(page.split("<h1", -1)).hasSize(2);
    assertThat(page)
        .contains("<h1>C.4.1 SMS FRS</h1>")
        .contains(
            "<a class=\"sec-key\" href=\"/baselines/sec-v0.01/records/ESM-0001\">ESM-0001</a>")
        .doesNotContain("too many for one page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C.4.1", "Z.9", "Z.9?part=2", "Z.9.1", "Z"})
  void everyPlaceThatAPageLeadsToIsOnIt(String section) {
    String page = page(AT + section);
    Set<String> ids = Set.copyOf(found(page, " id=\"([^\"]*)\""));
    assertThat(found(page, "href=\"#([^\"]*)\"")).isNotEmpty().allMatch(ids::contains);
  }

  @Test
  void aLinkOutOfTheDocumentLeadsToThePageOfItsRecord() {
    List<String> targets =
        found(page(AT + "C.4.1.b"), "<a class=\"sec-target\" href=\"([^\"]*)\">");
    assertThat(targets).isNotEmpty();
    targets.stream().distinct().forEach(SectionPagesIT::page);
  }

  @Test
  void aSectionThatIsTooLongIsCutWhereItSaysSo() {
    String first = page(AT + "Z.9");
    String second = page(AT + "Z.9?part=2");
    List<String> keys = new ArrayList<>(keys(first));
    assertThat(keys).hasSize(200);
    keys.addAll(keys(second));
    assertThat(keys).isEqualTo(own);
    assertThat(words(first))
        .contains(
            "Z.9 has 205 records, which is too many for one page. 203 are directly in it; this"
                + " page, part 1 of 2, shows numbers 1 to 200 of these. The downloads contain the"
                + " whole section. Its sub-sections have pages of their own: Z.9.1 A short one 2"
                + " records")
        .contains("Part 2 of 2");
    assertThat(words(second))
        .contains("part 2 of 2, shows numbers 201 to 203")
        .contains("Part 1 of 2");
    assertThat(first).contains("href=\"" + AT + "Z.9?part=2\" rel=\"next\"");
    assertThat(second).contains("href=\"" + AT + "Z.9\" rel=\"prev\"");
    assertThat(keys(page(AT + "Z.9.1"))).isEqualTo(below);
    assertThat(articles(page("/api/v1/baselines/sec-v0.01/specifications/Z.9.html"))).hasSize(205);
    given().get(AT + "Z.9?part=3").then().statusCode(404);
    given().get(AT + "Z.9?part=0").then().statusCode(404);
    given().get(AT + "Z.9.1?part=2").then().statusCode(404);
  }

  @Test
  void aSectionWithoutRecordsOfItsOwnNamesItsSubSections() {
    String page = page(AT + "Z");
    assertThat(keys(page)).isEmpty();
    assertThat(words(page))
        .contains(
            "Z has 205 records, which is too many for one page. They are all in its sub-sections."
                + " The downloads contain the whole section. Its sub-sections have pages of their"
                + " own: Z.9 A long section 205 records");
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void whatIsNoSectionIsShownAsARecord() {
    given()
        .redirects()
        .follow(false)
        .get(AT + "GSM-0001")
        .then()
        .statusCode(303)
        .header(
            "Location", org.hamcrest.Matchers.endsWith("/baselines/sec-v0.01/records/GSM-0001"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theContentsStayInSightOrOpenAndTermsAreExplained(boolean script) {
    try (Browser browser = new Browser()) {
      Page wide = browser.open(address, 1280, 900, script);
      wide.navigate(AT + "C.4.1");
      Locator entry = contents(wide).getByRole(AriaRole.LINK).filter(named("GSM-0001"));
      entry.click();
      assertThat(entry).isInViewport();
      assertThat(wide.locator("#GSM-0001")).isInViewport();
      Page narrow = browser.open(address, 390, 900, script);
      narrow.navigate(AT + "C.4.1");
      assertThat(contents(narrow).getByRole(AriaRole.LINK)).hasCount(0);
      narrow.locator(".sec-contents summary").click();
      contents(narrow).getByRole(AriaRole.LINK).filter(named("GSM-0001")).click();
      assertThat(narrow.locator("#GSM-0001")).isInViewport();
      Locator term = narrow.locator("#GSM-0001 .app-term").first();
      Locator tip = term.getByRole(AriaRole.TOOLTIP);
      assertThat(tip).hasCount(0);
      term.locator("a").focus();
      assertThat(tip).isVisible();
    }
  }

  private static Locator contents(Page page) {
    return page.getByRole(
        AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Contents").setExact(true));
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
