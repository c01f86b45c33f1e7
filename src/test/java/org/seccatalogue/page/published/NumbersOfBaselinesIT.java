package org.seccatalogue.page.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matchers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.testkit.Catalogue;
import org.seccatalogue.testkit.Freezer;

/// Between two baselines two sections exchanged their numbers, one got a number that nobody had,
/// and one went and another has its number: pages and the API say so from what is published.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class NumbersOfBaselinesIT {

  private static final String OLDER = "/baselines/sec-v0.02";
  private static final String NEWER = "/baselines/sec-v0.03";

  /// Before the first test nothing else knows the port.
  @ConfigProperty(name = "test.url")
  String root;

  @Inject Catalogue catalogue;
  @Inject Freezer freezer;

  private String requests;

  @BeforeAll
  void renumberBetweenTwoBaselines() {
    String gone = catalogue.heading(TypeKind.HEADING, "C.4.77", "Ladders", "C.4").key().toString();
    freezer.freeze("SEC v0.02", "2011-11-30");
    requests = key("C.5.3.a");
    renumber(requests, "C.5.3.b", true);
    renumber(key("C.8"), "C.9", false);
    renumber(gone, "C.4.78", false);
    freezer.withdraw(gone);
    catalogue.heading(TypeKind.HEADING, "C.4.77", "Ropes", "C.4");
    freezer.withdraw("ESM-0003");
    freezer.freeze("SEC v0.03", "2012-01-31");
  }

  private String key(String reference) {
    return given()
        .baseUri(root)
        .get("/api/v1/outline")
        .jsonPath()
        .getString("items.record.find { it.reference == '" + reference + "' }.key");
  }

  private void renumber(String key, String number, boolean exchange) {
    String address = "/api/v1/records/" + key + "/renumbering";
    JsonPath plan =
        given()
            .baseUri(root)
            .queryParam("number", number)
            .queryParam("exchange", exchange)
            .get(address)
            .jsonPath();
    Response applied =
        given()
            .baseUri(root)
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "number",
                    number,
                    "exchange",
                    exchange,
                    "state",
                    plan.getString("state"),
                    "note",
                    "As agreed"))
            .post(address);
    assertThat(applied.statusCode()).as(applied.asString()).isLessThan(300);
  }

  private static String page(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  private static String text(String address) {
    return page(address).replaceAll("<[^>]*>", "");
  }

  @Test
  void theSamePageOfAnotherBaselineIsThatOfTheSameSection() {
    assertThat(page(OLDER + "/sections/C.5.3.a"))
        .contains("Service Requests", "href=\"" + NEWER + "/sections/C.5.3.b\"")
        .doesNotContain("href=\"" + NEWER + "/sections/C.5.3.a\"");
    assertThat(page(NEWER + "/sections/C.9"))
        .contains("href=\"" + OLDER + "/sections/C.8\"")
        .doesNotContain("href=\"" + OLDER + "/sections/C.9\"");
  }

  @Test
  void theSameSearchInAnotherBaselineIsOfTheSameRecords() {
    assertThat(page(OLDER + "/search?section=C.5.3.a&derives_from=C.5.3.a&attribute=party:C.5.3.a"))
        .contains(
            "href=\"" + NEWER + "/search?section=" + requests,
            "href=\"" + OLDER + "/search?section=C.5.3.a")
        .doesNotContain("href=\"" + NEWER + "/search?section=C.5.3.a");
  }

  @Test
  void thePageSaysWhoHadItsNumberAndWhatItWasCalled() {
    assertThat(text(NEWER + "/sections/C.5.3.a"))
        .contains(
            "Until SEC v0.02, C.5.3.a was Service Requests (now C.5.3.b).",
            "Until SEC v0.02, this section was C.5.3.b.");
    assertThat(text(OLDER + "/sections/C.5.3.a")).doesNotContain("Until SEC");
    assertThat(page(NEWER + "/sections/C.4.77"))
        .contains("href=\"" + OLDER + "/sections/C.4.77\">Ladders</a> (not in SEC v0.03).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", NEWER})
  void aNumberThatNobodyHasLeadsOn(String side) {
    given()
        .redirects()
        .follow(false)
        .get(side + "/sections/C.8")
        .then()
        .statusCode(303)
        .header("Location", Matchers.endsWith(side + "/sections/C.9"));
    assertThat(text(side + "/sections/C.8")).contains("Until SEC v0.02, this section was C.8.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1" + NEWER + "/records?section=",
        "/api/v1" + NEWER + "/facets?section=",
        "/api/v1" + NEWER + "/extract.xlsx?section=",
        "/api/v1" + NEWER + "/map.svg?focus=",
        "/api/v1" + NEWER + "/changes?since=sec-v0.02&section=",
        NEWER + "/map?focus=",
        NEWER + "/search?section="
      })
  void everyDoorLeadsOn(String door) {
    assertThat(answer(door + "C.8").statusCode()).isEqualTo(200);
    assertThat(answer(door + "C.9").statusCode()).isEqualTo(200);
    assertThat(answer(door + "C.8").asString()).doesNotContain("error-summary");
  }

  private static Response answer(String address) {
    return given().header("Prefer", "wait=30").get(address);
  }

  @Test
  void theyAnswerTheSame() {
    String records = "/api/v1" + NEWER + "/records?section=";
    assertThat(answer(records + "C.8").jsonPath().getList("items"))
        .isNotEmpty()
        .isEqualTo(answer(records + "C.9").jsonPath().getList("items"));
    String file = "/api/v1" + NEWER + "/specifications/%s.html";
    Response former = answer(file.formatted("C.8"));
    assertThat(former.statusCode()).as(former.asString()).isEqualTo(200);
    assertThat(former.asString()).isEqualTo(answer(file.formatted("C.9")).asString());
  }

  /// What came later is not known, and one that was another's is the present one's.
  @Test
  void numbersOfLaterBaselinesAreNone() {
    String older = "/api/v1" + OLDER + "/records?section=";
    assertThat(answer(older + "C.9").jsonPath().getList("findings.code"))
        .containsExactly("UNKNOWN_RECORD");
    assertThat(answer("/api/v1" + NEWER + "/specifications/C.5.3.a.html").asString())
        .contains("Outputs");
  }

  @Test
  void feedsAreReadInSentences() {
    assertThat(page("/feeds/changes.atom"))
        .contains("Withdrawn: For a test.\n")
        .doesNotContain("now “”");
    assertThat(page("/feeds/publications.atom")).contains(". For the bid pack. Its digest is ");
  }
}
