package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seccatalogue.testkit.Freezer;

/// The changes of a section tell what changed of records elsewhere that are about it.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class ConcerningChangesIT {

  private static final String CHANGES = "/api/v1/baselines/sec-v0.02/changes?since=sec-v0.01";

  @Inject Freezer freezer;

  private String answered;
  private String asked;
  private String elsewhere;
  private String recoded;

  /// Once; the address of the application is known when the first test begins.
  @BeforeEach
  void freeze() {
    if (answered != null) {
      return;
    }
    answered = assessment("GRID", "C.4.1");
    elsewhere = assessment("GRID", "C.3");
    recoded = assessment("GRID", "C.7");
    freezer.freeze("SEC v0.01", "2011-11-30");
    answer(answered, "GRID", "C.4.1");
    answer(elsewhere, "GRID", "C.3");
    answer(recoded, "CUSC", "C.7");
    asked = assessment("CUSC", "C.4");
    freezer.freeze("SEC v0.02", "2011-12-31");
  }

  private static String assessment(String code, String chapter) {
    Response created = send(code, chapter, "").post("/api/v1/records");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.jsonPath().getString("key");
  }

  private static void answer(String key, String code, String chapter) {
    String etag = given().get("/api/v1/records/" + key).header("ETag");
    send(code, chapter, ", \"assessment_outcome\": \"no impact\", \"received\": \"2011-12-20\"")
        .header("If-Match", etag)
        .put("/api/v1/records/" + key)
        .then()
        .statusCode(200);
  }

  private static RequestSpecification send(String code, String chapter, String more) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"type": "impact-assessment", "parent": "R.5", "note": "For a test",
             "attributes": {"assessed_matter": "%s on %s", "existing_code": "%s",
               "chapter": "%s", "asked": "2011-11-15"%s}}"""
                .formatted(code, chapter, code, chapter, more));
  }

  private static List<String> changed(String more) {
    return given().get(CHANGES + more).then().statusCode(200).extract().path("items.key");
  }

  @Test
  void anAssessmentOfTheChapterIsTold() {
    assertThat(changed("&section=C.4")).containsExactly(answered, asked);
    assertThat(changed("&section=C.4.1")).containsExactly(answered);
    assertThat(changed("&section=C.3")).containsExactly(elsewhere);
    assertThat(changed("&section=C.2")).isEmpty();
    assertThat(changed("&section=R.5")).containsExactly(answered, elsewhere, recoded, asked);
    assertThat(changed("&section=C.4&kind=ADDED")).containsExactly(asked);
    assertThat(changed("&section=C.4&limit=1")).containsExactly(answered);
  }

  @Test
  void pagesAndFeedsTellItToo() {
    String page =
        given().get("/baselines/sec-v0.02/changes?since=sec-v0.01&section=C.4").asString();
    String feed = given().get("/feeds/changes.atom?section=C.4").asString();

    assertThat(page).contains(answered, asked).doesNotContain(elsewhere);
    assertThat(feed).contains(answered, asked).doesNotContain("GRID on C.3");
  }

  private static String page(String more) {
    return given()
        .get("/baselines/sec-v0.02/changes?since=sec-v0.01" + more)
        .then()
        .extract()
        .asString();
  }

  /// As the API still says it, whose answers keep their bytes.
  @Test
  void whatAttributesReferToIsCalledByItsName() {
    String page = page("&section=C.7");

    assertThat(page)
        .contains("<del>GRID</del><ins>CUSC</ins>")
        .doesNotContain("XCA-")
        .contains("<ins>No impact</ins>");
    assertThat(page("&section=C.4&kind=ADDED"))
        .contains("<ins>CUSC</ins>", "<ins>C.4</ins>")
        .doesNotContain("XCA-", "SEC-00");
    assertThat(given().get(CHANGES + "&section=C.7").asString()).contains("XCA-00");
  }

  @Test
  void theTotalsAreThoseOfTheSection() {
    assertThat(page("&section=C.4"))
        .contains(
            "Totals of C.4, what is below it and records elsewhere that are about it:",
            total("Added", 1, "1 Impact assessment"),
            total("Changed", 1, "1 Impact assessment"),
            "<dt>Removed</dt><dd>0</dd>");
    assertThat(page("&section=C.4&kind=ADDED"))
        .contains(total("Changed", 1, "1 Impact assessment"));
    assertThat(page(""))
        .contains(total("Changed", 3, "3 Impact assessments"))
        .doesNotContain("Totals of");
    assertThat(page("&section=C.99")).doesNotContain("app-counts");
    assertThat(given().get(CHANGES + "&section=C.4").jsonPath().getList("counts.records"))
        .containsExactly(1, 3);
  }

  private static String total(String kind, int records, String types) {
    return "<dt>%s</dt><dd>%d<span class=\"app-counts__of\">%s</span></dd>"
        .formatted(kind, records, types);
  }
}
