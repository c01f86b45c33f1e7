package org.seccatalogue.page.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;

@QuarkusTest
class PublishedPagesIT {

  private static final String AT = "/baselines/sec-v0.02";

  @Inject TwoBaselines baselines;
  @Inject Published published;
  @Inject PublishedRecords records;

  @BeforeEach
  void fill() {
    baselines.fill();
  }

  private static String page(String address) {
    return given()
        .get(address)
        .then()
        .statusCode(200)
        .header("Content-Type", "text/html;charset=UTF-8")
        .header("Cache-Control", "public, max-age=60")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .extract()
        .asString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/baselines",
        AT,
        AT + "/glossary",
        AT + "/sections/C.4.1.a",
        AT + "/records/ESM-0001",
        AT + "/services",
        AT + "/map?focus=MRA",
        AT + "/devices?device=ESME",
        AT + "/search?q=meter",
        "/publications",
        "/developers",
      })
  void saysNothingOfTheDraftAndLeadsToNothingOfIt(String address) {
    String page = page(address);
    assertThat(page).doesNotContain(TwoBaselines.DRAFTED);
    assertThat(
            Stream.of(page.split("href=\"|action=\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')).replaceFirst("[/?#]?[?#].*", ""))
                .filter(href -> href.startsWith("/"))
                .filter(
                    href ->
                        !href.matches(
                            "/(baselines|publications|developers|verify|id|api/v1|styles|assets"
                                + "|webjars|feeds|openapi.yaml|\\.well-known)(/.*)?"))
                .collect(Collectors.toSet()))
        .isEmpty();
    assertThat(page).doesNotContain("<script>", "style=\"", "onclick");
  }

  @Test
  void theLatestIsTheBaselineThatItIs() {
    given()
        .redirects()
        .follow(false)
        .get("/baselines/latest")
        .then()
        .statusCode(303)
        .header("Location", endsWith(AT));
    assertThat(page("/baselines/latest/services?role=GS"))
        .isEqualTo(page(AT + "/services?role=GS"));
  }

  @Test
  void searchFindsCountsAndNarrowsDown() {
    String page = page(AT + "/search?q=gas valve");
    assertThat(page).contains("<mark>", "name=\"type\" value=\"gas-meter-spec\"");
    assertThat(page(AT + "/search?q=nowhere to be found")).contains("0 records");
    assertThat(page(AT + "/search?type=gas-meter-spec"))
        .contains("value=\"gas-meter-spec\" checked")
        .doesNotContain("/records/ESM-");
    assertThat(page(AT + "/search?section=C.99")).contains("There is a problem", "C.99");
    given()
        .redirects()
        .follow(false)
        .get(AT + "/search?q=gsm-0001")
        .then()
        .statusCode(303)
        .header("Location", endsWith(AT + "/records/GSM-0001"));
  }

  @Test
  void aRecordCitesItself() {
    var baseline = published.find("sec-v0.02").orElseThrow();
    var record = records.find(baseline, "GSM-0001").orElseThrow();
    assertThat(page(AT + "/records/GSM-0001"))
        .contains(
            "GSM-0001, “"
                + record.head().title()
                + "”, SEC v0.02 (31 December 2011), revision 2, SHA-256 "
                + record.digest(),
            "/id/GSM-0001@sec-v0.02\"",
            "Unchanged since SEC v0.02.",
            "<strong>SEC v0.02</strong> <span class=\"app-words\">31 December 2011, revision"
                + " 2</span><br>Content changed, shown here",
            "<a class=\"govuk-link\" href=\"/baselines/sec-v0.01/records/GSM-0001\">SEC v0.01</a>"
                + " <span class=\"app-words\">30 November 2011, revision 1</span>"
                + "<br>First published");
    assertThat(page(AT + "/records/ESM-0002"))
        .contains("Unchanged since SEC v0.01.", "Unchanged, shown here");
  }

  @Test
  void aServiceHasItsModesAndTimesInTheColumnsOfItsRoles() {
    String page = page(AT + "/services");
    String row =
        Stream.of(page.split("<tr "))
            .filter(r -> r.contains("/records/DSL-0001\""))
            .findFirst()
            .orElseThrow();
    assertThat(row.split("<ul class=\"app-modes\">|not allowed", -1)).hasSize(8);
    assertThat(row).contains("<strong>On demand</strong><br>");
  }

  @Test
  void aDeviceHasWhatNamesItAndWhatIsAboutIt() {
    String page = page(AT + "/devices?device=GSME");
    String row = page.substring(page.indexOf("devices?device=GSME#about\">Gas meter</a>"));
    assertThat(row.substring(0, row.indexOf("</tr>")))
        .contains(
            "device=GSME&amp;type=gas-meter-spec#about\">6<",
            "device=GSME&amp;type=dcc-service-line#about\">2<",
            "device=GSME&amp;type=wan-sms-interface#about\">1<",
            "device=GSME&amp;type=gateway-service-request#about\">1<");
    assertThat(page)
        .contains(
            "All gas meter specifications apply to the device. Other records apply if they name it."
                + " 10 records match your selection.",
            "href=\"/api/v1/baselines/sec-v0.02/records?device=GSME&amp;limit=200\"");
    assertThat(page(AT + "/devices?device=CAD"))
        .contains(
            "A record applies to the device if it names it. 1 record matches your selection.");
  }

  @Test
  void namesOnlyCodesThatThereAre() {
    given()
        .get(AT + "/services?role=XX")
        .then()
        .statusCode(400)
        .body(containsString("not recognised"));
    given().get(AT + "/devices?device=XX").then().statusCode(400);
  }

  @Test
  void anErrorIsAPageOfTheReaders() {
    given()
        .get("/baselines/none/records/ESM-0001")
        .then()
        .statusCode(404)
        .header("Content-Type", "text/html;charset=UTF-8")
        .body(containsString("No baseline has this page"));
  }

  @Test
  void theRecordOfPublicationsShowsTheChain() {
    List<String> hashes = published.publications(0, 10).stream().map(p -> p.hash()).toList();
    String page = page("/publications");
    assertThat(hashes).hasSize(3);
    assertThat(page).contains(hashes).contains("Gas meters were reworked.", "0".repeat(64));
    assertThat(page.split(hashes.getFirst(), -1)).hasSize(3);
  }

  @Test
  void givesEveryoneTheSameBytes() {
    String page = page(AT + "/records/GSM-0001");
    assertThat(
            given()
                .header("Accept-Language", "fr")
                .header("User-Agent", "Other")
                .get(AT + "/records/GSM-0001")
                .asString())
        .isEqualTo(page);
  }
}
