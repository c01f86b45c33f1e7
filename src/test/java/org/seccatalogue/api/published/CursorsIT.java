package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Freezer;

/// Pages of a list are of one baseline and one question, and whatever is asked for that there is
/// not, a problem says so.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class CursorsIT {

  private static final String AT = "/api/v1/baselines/";

  @Inject Freezer freezer;

  @TestHTTPResource("/")
  URI root;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
    freezer.reword("GSM-0001", "shall", "shall always");
    freezer.reword("ESM-0001", "shall", "shall always");
    freezer.freeze("SEC v0.02", "2011-12-31");
  }

  private static JsonPath page(String path) {
    return given().get(AT + path).then().statusCode(200).extract().jsonPath();
  }

  private static void refused(String path, String reason) {
    given()
        .get(AT + path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("findings[0].parameter", equalTo("cursor"))
        .body("findings[0].expected", containsString(reason));
  }

  @Test
  void aListThatBeganAtTheLatestDoesNotGoOnInAnotherBaseline() {
    JsonPath first = page("latest/records?limit=2");
    assertThat(first.getString("baseline")).isEqualTo("sec-v0.02");
    String next = first.getString("next");
    assertThat(page("latest/records?limit=2&cursor=" + next).getString("baseline"))
        .isEqualTo("sec-v0.02");
    freezer.freeze("SEC v0.03", "2012-01-31");
    refused(
        "latest/records?limit=2&cursor=" + next,
        "a cursor of sec-v0.03: this one is of sec-v0.02; go on there");
    refused("sec-v0.01/records?limit=2&cursor=" + next, "this one is of sec-v0.02");
    assertThat(page("sec-v0.02/records?limit=1&cursor=" + next).getList("items")).hasSize(1);
  }

  @Test
  void aCursorIsOfOneQuestion() {
    String question = "sec-v0.01/records?limit=2&type=clause&type=section&stage=DRAFT";
    String next = page(question).getString("next");
    page("sec-v0.01/records?limit=3&stage=DRAFT&type=section&type=clause&cursor=" + next);
    for (String other :
        new String[] {
          "",
          "&type=section",
          "&type=clause&type=section&stage=DRAFT&q=meter",
          "&type=clause&type=section&stage=DRAFT&order=key"
        }) {
      refused("sec-v0.01/records?limit=2" + other + "&cursor=" + next, "the same question");
    }
  }

  @Test
  void aCursorOfAComparisonIsOfBothBaselines() {
    String next = page("sec-v0.02/changes?since=sec-v0.01&limit=1").getString("next");
    assertThat(page("sec-v0.02/changes?since=sec-v0.01&limit=1&cursor=" + next).getList("items"))
        .hasSize(1);
    refused("sec-v0.01/changes?since=sec-v0.02&limit=1&cursor=" + next, "sec-v0.01 to sec-v0.02");
    refused("sec-v0.02/changes?since=sec-v0.01&kind=ADDED&cursor=" + next, "the same question");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/baselines?colour=red, no parameters",
    "/api/v1/baselines/sec-v0.01?colour=red, no parameters",
    "/api/v1/baselines/sec-v0.01/outline?colour=red, no parameters",
    "/api/v1/baselines/sec-v0.01/bundle.zip?colour=red, one of form",
    "/api/v1/baselines/sec-v0.01/records/ESM-0001?colour=red, no parameters",
    "/api/v1/baselines/sec-v0.01/records/ESM-0001/standing?colour=red, no parameters",
    "/api/v1/publications?colour=red, 'one of cursor, limit'",
    "/.well-known/jwks.json?colour=red, no parameters",
    "/id/ESM-0001?colour=red, no parameters",
    "/feeds/publications.atom?colour=red, no parameters",
    "/api/v1/record-types?colour=red, no parameters",
  })
  void unknownParametersAreRefusedWithThoseThatThereAre(String address, String known) {
    given()
        .redirects()
        .follow(false)
        .get(address)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("findings[0].found", equalTo("colour"))
        .body("findings[0].expected", equalTo(known));
  }

  @Test
  void aParameterThatHadAnotherNameIsRefusedWithTheNewOne() {
    given()
        .get("/api/v1/publications?after=1")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("findings[0].parameter", equalTo("after"))
        .body("findings[0].expected", equalTo("cursor, as it is called now"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/baselines/%s",
        "/api/v1/baselines/sec-v0.01/records/%s",
        "/api/v1/baselines/sec-v0.01/specifications/%s.html",
        "/api/v1/records/%s",
        "/api/v1/import-profiles/%s",
        "/id/%s"
      })
  void whatIsNamedInAPathIsNoLongerThanTheContractSays(String address) {
    given()
        .get(address.formatted("A".repeat(501)))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("findings[0].expected", equalTo("at most 500 characters"));
    given().get(address.formatted("A".repeat(500))).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/baselines/sec-v0.01/records",
        "/api/v1/baselines/sec-v0.01/facets",
        "/api/v1/baselines/sec-v0.02/changes",
        "/feeds/changes.atom"
      })
  void whatTakesLinksNamesTheirTypesToo(String address) {
    given()
        .get(address + "?colour=red")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("findings[0].parameter", equalTo("colour"))
        .body("findings[0].expected", containsString(", derives_from, satisfies, "));
  }

  @Test
  void whatIsNotThereIsAProblem() {
    for (String path :
        new String[] {
          "/api/v1/nothing",
          "/api/v1/baselines/sec-v0.01/nothing",
          "/api/nothing",
          "/feeds/none.atom"
        }) {
      given().get(path).then().statusCode(404).contentType("application/problem+json");
    }
    for (String path :
        new String[] {
          "/api/v1/baselines/sec-v0.01/records", "/id/ESM-0001", "/feeds/changes.atom"
        }) {
      Response answer = given().delete(path);
      answer.then().statusCode(405).contentType("application/problem+json");
    }
    String address = AT + "sec-v0.01/records?q=" + "a".repeat(9000);
    given()
        .get(address)
        .then()
        .statusCode(414)
        .contentType("application/problem+json")
        .body("title", equalTo("The address is too long"));
  }

  /// The stores know no text with NUL, whatever door it comes by.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/records/a%00b",
        "/api/v1/baselines/sec-v0.01/records/a%00b",
        "/api/v1/baselines/a%00b/records",
        "/baselines/sec-v0.01/sections/a%00b",
        "/baselines/sec-v0.01/sections/a%00b.docx",
        "/baselines/sec-v0.01/records/a%00b",
        "/baselines/a%00b/sections/C.5",
        "/sections/a%00b",
        "/records/a%00b",
        "/id/a%00b"
      })
  void noNulIsLookedFor(String path) throws IOException {
    assertThat(sent(path))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json", "Expected text without NUL.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/baselines/../records",
        "/api/v1/baselines/%2e%2E/records",
        "/api/v1/baselines/.%2e/records",
        "/api/v1/baselines/sec-v0.01/../../records",
        "/api/v1/publications/../records/ESM-0001",
        "/api/v1/baselines/..;a/records",
        "/baselines/../records/ESM-0001",
        "/baselines/..%2frecords",
        "/baselines/.%5c../records",
        "/feeds/../api/v1/records",
        "/baselines/./../imports"
      })
  void noDotsLeadFromWhatIsPublicToTheDraft(String path) throws IOException {
    String answer = sent(path);
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(answer).doesNotContain("\"items\"", "ESM-0001", "<html");
  }

  /// Whoever finds the way would leave these signs out, and no queue and limit would know it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/baselines;/sec-v0.01/bundle.zip",
        "/api/v1/baselines;x/sec-v0.01/records/ESM-0001",
        "/api;/v1/baselines",
        "/feeds;/changes.atom",
        "/id;/ESM-0001",
        "/baselines;x/sec-v0.01",
        "//api/v1/baselines",
        "/api//v1/baselines",
        "/api/v1/%62aselines/sec-v0.01",
        "/api/v1/baselines/sec%2Dv0.01",
        "/%69d/ESM-0001"
      })
  void noAddressIsDisguised(String path) throws IOException {
    String answer = sent(path);
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertThat(answer).doesNotContain("\"items\"", "ESM-0001", "<html", "PK");
  }

  /// As it is written: clients take dots out of addresses.
  private String sent(String path) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(path, root.getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"since=latest", "since=%6Catest"})
  void whatNamesTheLatestIsNotKeptForEver(String since) throws IOException {
    assertThat(sent(AT + "sec-v0.01/changes?" + since))
        .startsWith("HTTP/1.1 200 ")
        .contains("Cache-Control: public, max-age=60\r\n");
  }
}
