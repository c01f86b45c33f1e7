package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.testkit.Freezer;

/// A baseline of a part of the catalogue says nothing of what stands outside it: no record is
/// called removed, since nobody removed it.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class PartialBaselinesIT {

  private static final Selection METERS =
      new Selection(List.of("C.4.1"), List.of(), List.of(), null, false, false);

  @Inject Freezer freezer;

  @BeforeAll
  void publish() {
    freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.withdraw("ESM-0003");
    freezer.withdraw("DSL-0002");
    freezer.reword("ESM-0005", "shall", "shall never");
    freezer.freeze("SEC v0.02", "2011-12-31", METERS);
  }

  private static Response standing(String baseline, String key) {
    return given().get("/api/v1/baselines/" + baseline + "/records/" + key + "/standing");
  }

  @ParameterizedTest
  @CsvSource({
    "sec-v0.01, ESM-0002, CURRENT, sec-v0.02, 'SEC v0.02, the newest baseline, says the same.'",
    "sec-v0.01, ESM-0005, CHANGED, sec-v0.02, Changed in SEC v0.02. SEC v0.02 says otherwise.",
    "sec-v0.01, ESM-0003, REMOVED, sec-v0.02, Removed in SEC v0.02. Reason: For a test.",
    "sec-v0.01, DSL-0002, REMOVED, sec-v0.02, Removed in SEC v0.02. Reason: For a test.",
    "sec-v0.01, DSL-0001, CURRENT, sec-v0.01, SEC v0.01 is the newest baseline that says anything"
        + " of this record.",
    "sec-v0.02, DSL-0001, OUTSIDE, sec-v0.01, 'SEC v0.02 was made of less than the whole catalogue,"
        + " and says nothing of this record. SEC v0.01 is the newest baseline that does.'",
  })
  void whatIsOutsideAPartIsNotRemoved(
      String baseline, String key, String state, String newest, String words) {
    standing(baseline, key)
        .then()
        .statusCode(200)
        .body("state", equalTo(state))
        .body("newest", equalTo(newest))
        .body("words", equalTo(words));
  }

  private static JsonPath changes(String newer, String older) {
    return given()
        .get("/api/v1/baselines/" + newer + "/changes?limit=200&since=" + older)
        .jsonPath();
  }

  private static List<String> kinds(JsonPath changes) {
    return changes.getList("items.collect { it.kind + ' ' + it.key }");
  }

  @Test
  void whatIsOutsideAPartIsNoChange() {
    List<String> changed =
        List.of(
            "CHANGED CLS-0004",
            "CHANGED CLS-0033",
            "CHANGED DEP-0008",
            "CHANGED ESM-0001",
            "CHANGED ESM-0005",
            "CHANGED GSM-0001",
            "CHANGED GSM-0002",
            "CHANGED WCU-0002",
            "CHANGED WCU-0003");
    JsonPath page = changes("sec-v0.02", "sec-v0.01");
    assertThat(kinds(page))
        .contains("REMOVED DSL-0002", "REMOVED ESM-0003")
        .containsAll(changed)
        .hasSize(11);
    assertThat(page.<String>getList("notCompared"))
        .containsExactly(
            "Records outside the part of the catalogue that SEC v0.02 was made of, and"
                + " references to them");
    assertThat(kinds(changes("sec-v0.01", "sec-v0.02")))
        .containsExactlyInAnyOrderElementsOf(changed);
  }

  @Test
  void itsHistoryHasNoStepAtThePart() {
    assertThat(standing("sec-v0.01", "DSL-0001").jsonPath().getList("history.baseline"))
        .containsExactly("sec-v0.01");
  }

  @Test
  void thePermanentAddressLeadsToTheBaselineThatHasIt() {
    given()
        .redirects()
        .follow(false)
        .get("/id/DSL-0001")
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/sec-v0.01/records/DSL-0001"));
  }

  @Test
  void thePageInThePartLeadsToTheWhole() {
    assertThat(given().get("/baselines/sec-v0.02/records/DSL-0001").asString())
        .contains("Not in this part")
        .contains("Read it in SEC v0.01")
        .doesNotContain("Removed");
  }

  @Test
  void thePagesOfAPartSayThatItIsOne() {
    String sentence =
        "It was made of a part of the catalogue (sections C.4.1) with what that names";
    assertThat(given().get("/baselines/sec-v0.02").asString()).contains(sentence);
    assertThat(given().get("/baselines").asString()).containsOnlyOnce(sentence);
    assertThat(given().get("/baselines/sec-v0.01").asString()).doesNotContain(sentence);
  }
}
