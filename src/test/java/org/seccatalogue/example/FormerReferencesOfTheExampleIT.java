package org.seccatalogue.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamcrest.Matchers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A fresh catalogue knows what its sections were called before.
@QuarkusTest
@NullUnmarked
class FormerReferencesOfTheExampleIT {

  @ParameterizedTest
  @CsvSource({
    "C.4.2, C.5",
    "C.4.2.c1, C.5.3.a",
    "C.4.2.b, C.5.2",
    "C.5.5.a, C.6.5.a",
    "C.7.4, C.8.4"
  })
  void aReferenceThatNobodyHasLeadsOn(String former, String present) {
    given()
        .redirects()
        .follow(false)
        .get("/sections/" + former)
        .then()
        .statusCode(303)
        .header("Location", Matchers.endsWith("/sections/" + present));
  }

  @Test
  void aReferenceThatAnotherHasSaysWhoHadIt() {
    assertThat(given().get("/sections/C.5").asString().replaceAll("<[^>]*>", ""))
        .contains("Interface Definitions")
        .contains("Formerly, C.5 was Codes of Practice (now C.6).");
  }

  /// Its own workbook says what its records say, and asks nothing.
  @Test
  void theWorkbookItIsMadeOfIsNotAskedAbout() throws IOException {
    byte[] workbook = Files.readAllBytes(Path.of("import/samples/sec-part-c.xlsx"));
    JsonPath plan =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", "sec-part-c.xlsx", workbook)
            .post("/api/v1/imports")
            .jsonPath();
    assertThat(plan.getInt("same")).as(plan::prettify).isEqualTo(plan.getInt("rows")).isPositive();
    assertThat(plan.getInt("warnings")).isZero();
  }

  @Test
  void theHistoryTellsIt() {
    String key =
        given()
            .get("/api/v1/outline")
            .jsonPath()
            .getString("items.record.find { it.reference == 'C.5.3.a' }.key");
    JsonPath history = given().get("/api/v1/records/" + key + "/history").jsonPath();
    assertThat(history.getString("items[0].kind")).isEqualTo("RENUMBERED");
    assertThat(history.getString("items[0].fromReference")).isEqualTo("C.4.2.c1");
    assertThat(history.getString("items[0].toReference")).isEqualTo("C.5.3.a");
    assertThat(history.getString("items[0].by")).isEqualTo("Example catalogue");
    assertThat(history.getString("items[0].note"))
        .isEqualTo(
            "Interface Definitions became a catalogue of its own, C.5, and those behind it"
                + " followed");
    assertThat(given().get("/api/v1/records/" + key).header("ETag")).isEqualTo("\"1.1\"");
  }
}
