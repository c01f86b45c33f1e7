package org.seccatalogue.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.testkit.Freezer;

/// What was promised by an earlier day and is still awaited is told as late: of the draft, today;
/// of a baseline, on its own day for ever.
@QuarkusTest
@NullUnmarked
class LateDependenciesIT {

  @Inject Freezer freezer;

  private static String dependency(String reference, String due, String state) {
    Response created =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "dependency", "parent": "R.2", "note": "For a test",
                 "attributes": {"reference": "%s", "area_of_code": "Metering", "producer": "SMDG",
                   "due_date": "%s", "state": "%s"}}"""
                    .formatted(reference, due, state))
            .post("/api/v1/records");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.jsonPath().getString("key");
  }

  private static String text(String address) {
    return given().get(address).asString().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void whatIsStillAwaitedAfterItsDayIsLate() {
    String late = dependency("DEP-901", "2011-11-01", "draft");
    String later = dependency("DEP-902", "2011-12-24", "draft");
    String there = dependency("DEP-903", "2011-11-01", "delivered");
    assertThat(text("/records/" + late)).contains("Late It was still awaited on ");
    assertThat(text("/records/" + later)).contains("Late It was still awaited on ");
    assertThat(text("/records/" + there)).doesNotContain("still awaited");

    assertThat(late("/api/v1/records/" + late)).isTrue();
    assertThat(late("/api/v1/records/" + there)).isFalse();
    assertThat(given().get("/api/v1/records/CLS-0001").jsonPath().getMap("$"))
        .doesNotContainKey("late");
    assertThat(text("/search?type=dependency&q=" + late)).contains("Late still awaited on ");
    assertThat(text("/search?type=dependency&q=" + there))
        .contains(there)
        .doesNotContain("still awaited");

    Baseline baseline = freezer.freeze("SEC late", "2011-11-30");
    String at = "/baselines/" + baseline.id() + "/records/";
    assertThat(text(at + late)).contains("Late It was still awaited on 30 November 2011");
    assertThat(text(at + later)).doesNotContain("still awaited");
    assertThat(text(at + there)).doesNotContain("still awaited");
    String api = "/api/v1" + at;
    assertThat(late(api + late)).isTrue();
    assertThat(late(api + later)).isFalse();
    String list = text("/baselines/" + baseline.id() + "/search?type=dependency&q=DEP-901");
    assertThat(list).contains("Late still awaited on 30 November 2011");
    String document =
        given()
            .header("Prefer", "wait=60")
            .get("/api/v1/baselines/" + baseline.id() + "/specifications/R.2.html")
            .asString()
            .replaceAll("<[^>]*>", " ")
            .replaceAll("\\s+", " ");
    assertThat(document)
        .containsPattern("DEP-901.{0,600}Late It was still awaited on 30 November 2011")
        .containsPattern("DEP-902.{0,600}24 December 2011|DEP-902.{0,600}2011-12-24");
  }

  private static List<String> keys(String address) {
    return given().get(address).then().statusCode(200).extract().path("items.key");
  }

  @Test
  void whatIsLateCanBeAskedFor() {
    String late = dependency("DEP-911", "2011-11-01", "draft");
    String later = dependency("DEP-912", "2011-12-24", "draft");
    String there = dependency("DEP-913", "2011-11-01", "delivered");
    String draft = "/api/v1/records?limit=200&section=R.2&late=";
    assertThat(keys(draft + "true")).contains(late, later).doesNotContain(there);
    assertThat(keys(draft + "false")).contains(there).doesNotContain(late, later);
    assertThat(keys("/api/v1/records?section=C&late=false")).isEmpty();
    given().get(draft + "perhaps").then().statusCode(400);
    assertThat(text("/search?late=true&section=R.2"))
        .contains("DEP-911", "DEP-912")
        .doesNotContain("DEP-913");
    String csv = given().get("/api/v1/exports/records.csv?type=dependency&late=true").asString();
    assertThat(csv).contains("DEP-911", "DEP-912").doesNotContain("DEP-913");

    Baseline baseline = freezer.freeze("SEC asked late", "2011-11-30");
    String at = "/api/v1/baselines/" + baseline.id();
    String list = at + "/records?limit=200&section=R.2&late=";
    assertThat(keys(list + "true")).contains(late).doesNotContain(later, there);
    assertThat(keys(list + "false")).contains(later, there).doesNotContain(late);
    assertThat(keys(list + "true")).hasSize(given().get(list + "true").path("total.count"));
    assertThat(given().get(at + "/facets?late=true").<Integer>path("total.count")).isPositive();
    given().get(list + "perhaps").then().statusCode(400);
    String first = at + "/records?type=dependency&limit=1&late=";
    String next = given().get(first + "false").path("next");
    given().get(first + "false&cursor=" + next).then().statusCode(200);
    given().get(first + "true&cursor=" + next).then().statusCode(400);
    assertThat(text("/baselines/" + baseline.id() + "/search?late=true&section=R.2"))
        .contains("Late on the day of the baseline", "DEP-911")
        .doesNotContain("DEP-912", "DEP-913");
    given()
        .header("Prefer", "wait=60")
        .get(at + "/extract.xlsx?late=true&section=R.2")
        .then()
        .statusCode(200);
  }

  private static boolean late(String address) {
    return given().get(address).jsonPath().getBoolean("late");
  }
}
