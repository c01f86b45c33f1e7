package org.seccatalogue.page.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever clients call the catalogue, all get the same.
@QuarkusTest
@NullUnmarked
class ForgedHostIT {

  @Inject TwoBaselines baselines;

  @BeforeEach
  void fill() {
    baselines.fill();
  }

  /// What of an answer may differ from client to client, if anything may.
  private record Answer(int status, String body, String tag, String location, String link) {

    static Answer of(Response response) {
      return new Answer(
          response.statusCode(),
          response.asString(),
          String.valueOf(response.header("ETag")),
          String.valueOf(response.header("Location")),
          String.valueOf(response.header("Link")));
    }
  }

  private static Answer get(String address, String host) {
    return Answer.of(
        given()
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .header("Host", host)
            .header("X-Forwarded-Host", "forged.example")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Prefix", "/forged")
            .header("Forwarded", "host=forged.example;proto=https")
            .get(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/baselines",
        "/baselines/latest",
        "/baselines/latest/search?q=meter",
        "/baselines/sec-v0.02",
        "/baselines/sec-v0.02/sections/C.4.1.b",
        "/baselines/sec-v0.02/sections/GSM-0001",
        "/baselines/sec-v0.02/records/GSM-0001",
        "/baselines/sec-v0.02/records/NON-0001",
        "/baselines/sec-v0.02/search?q=gsm-0001",
        "/baselines/sec-v0.02/devices?device=GSME",
        "/baselines/sec-v0.02/changes?since=sec-v0.01",
        "/publications",
        "/developers",
        "/verify",
        "/id/GSM-0001",
        "/id/GSM-0001@sec-v0.01",
        "/feeds/publications.atom",
        "/feeds/changes.atom",
        "/.well-known/jwks.json",
        "/openapi.yaml",
        "/api/v1/baselines",
        "/api/v1/baselines/latest/records?limit=2",
        "/api/v1/baselines/sec-v0.02/records/GSM-0001",
        "/api/v1/baselines/sec-v0.02/manifest.json",
        "/api/v1/publications",
      })
  void everyNameOfTheCatalogueHasTheSameAnswer(String address) {
    Answer answer = Answer.of(given().redirects().follow(false).get(address));
    assertThat(answer.status()).isIn(200, 303, 404);
    assertThat(get(address, "localhost:1")).isEqualTo(answer);
    assertThat(get(address, "another.example")).isEqualTo(answer);
    assertThat(answer.location()).matches("null|/(baselines|api)/.*");
  }

  @Test
  void underAForeignNameThereIsNothing() {
    Answer page = get("/baselines/sec-v0.02/records/GSM-0001", "forged.example");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("forged.example", "GSM-0001");
  }

  @Test
  void programsAreGivenTheAddressOfTheServerItself() {
    assertThat(get("/developers", "another.example").body())
        .contains("curl -sS &#39;http://")
        .doesNotContain("another.example", "forged");
  }
}
