package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Drafts;

/// Values that would keep a worker busy for minutes, or be kept as something else.
@QuarkusTest
@NullUnmarked
class HostileValuesIT {

  private static final String RECORD =
      """
      {"type": "clause", "attributes": {"reference": "A.9200", "title": "Odd"%s}}
      """;

  private static ValidatableResponse post(Object body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/records").then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-999999", "-0.1E-400", "0.0000001e-999999999"})
  void aNumberThatWouldBeKeptAsZeroIsRefused(String number) {
    post(RECORD.formatted(", \"order\": " + number))
        .statusCode(400)
        .body("findings.pointer", contains("/attributes/order"))
        .body("findings.expected", contains("0 or a larger number"));
  }

  @ParameterizedTest
  @CsvSource({"1e999999, a smaller number", "-1E400, a smaller number"})
  void aNumberThatIsTooLargeIsRefused(String number, String expected) {
    post(RECORD.formatted(", \"order\": " + number))
        .statusCode(400)
        .body("findings.expected", contains(expected));
  }

  @Test
  void halvesOfCharactersAreRefusedInTextsAndNames() {
    post(RECORD.formatted(", \"summary\": \"\\ud800\""))
        .statusCode(400)
        .body("findings.pointer", contains("/attributes/summary"));
    post(RECORD.formatted(", \"x\\udc00\": 1")).statusCode(400);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
    post("[" + "[],".repeat(3_400_000) + "[]]")
        .statusCode(400)
        .body("findings.expected", contains("at most 10,000,000 bytes"));
  }

  @Test
  void tenThousandLinksAreNotJudgedOneByOne() {
    Drafts draft = Drafts.meter("Linked often");
    Map<String, String> link = Map.of("type", "derives_from", "target", "B.1.2");
    Map<String, Object> body =
        Map.of(
            "type", draft.type(),
            "parent", "C.4.1.a",
            "attributes", draft.attributes(),
            "links", Collections.nCopies(10_000, link));
    post(body)
        .statusCode(422)
        .body("findings.pointer", contains("/links"))
        .body("findings.expected", contains("a list of at most 1000"));
  }

  @Test
  void cellsOfLinksAreReadInATimeThatIsLinearInThem() {
    List<String> cells =
        List.of(
            " ".repeat(30_000) + "x",
            "B.1.2" + " ".repeat(30_000) + "x",
            ";".repeat(32_000),
            "(" + ";".repeat(32_000),
            ")".repeat(16_000) + ";".repeat(16_000),
            "\\".repeat(32_000) + ";",
            "B.1.2;".repeat(5_400));
    StringBuilder file = new StringBuilder("Title,Section,Derives from\n");
    cells.forEach(cell -> file.append("Hostile,C.4.1.a,\"").append(cell).append("\"\n"));
    Response read =
        given()
            .multiPart("file", "meters.csv", file.toString().getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports");
    assertThat(read.statusCode()).isIn(201, 422);
  }

  @Test
  void aPatternOfManyStarsIsMatchedInATimeThatIsLinearInTheName() {
    String profile =
        """
        {"label": "Stars", "files": ["%s.csv"], "sheets": []}
        """
            .formatted("*a".repeat(14));
    Response saved =
        given()
            .contentType(ContentType.JSON)
            .header("If-None-Match", "*")
            .body(profile)
            .put("/api/v1/import-profiles/stars");
    assertThat(saved.statusCode()).isIn(201, 422);
    given()
        .multiPart("file", "a".repeat(200) + "b.csv", "Title\nx\n".getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/imports")
        .then()
        .body("state", equalTo("REFUSED"));
  }
}
