package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class FreezingApiIT {

  private static final String WAIVERS =
      """
      [{"code": "PROVISIONAL", "reason": "Policy is open", "by": "Programme"},
       {"code": "NAMES_OUTSIDE", "key": "WSI-0002", "reason": "Tells nothing", "by": "STEG"}]
      """;

  private Response post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path);
  }

  private static String freezing(String name, String waivers) {
    return """
    {"name": "%s", "dated": "2011-11-30", "waivers": %s, "note": "For the bid pack"}
    """
        .formatted(name, waivers);
  }

  @Test
  void tellsWhatStandsAgainstABaseline() {
    Response response = post("/api/v1/baselines/gate", freezing("Look", "[]"));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonPath report = response.jsonPath();
    assertThat(report.getBoolean("passed")).isFalse();
    assertThat(report.getInt("records")).isEqualTo(235);
    assertThat(report.getInt("requirements")).isEqualTo(68);
    assertThat(report.getInt("marked")).isEqualTo(8);
    assertThat(report.getList("lines.code"))
        .containsExactly("LINK_OUTSIDE", "NAMES_OUTSIDE", "PROVISIONAL");
    assertThat(report.getMap("findings.find { it.code == 'NAMES_OUTSIDE' }"))
        .containsEntry("key", "WSI-0002")
        .containsEntry("found", "WSI-0001");
  }

  @Test
  void freezesOnceAllIsWaived() {
    assertThat(post("/api/v1/baselines", freezing("SEC v0.01", "[]")).statusCode()).isEqualTo(409);
    Response frozen = post("/api/v1/baselines", freezing("SEC v0.01", WAIVERS));
    assertThat(frozen.statusCode()).isEqualTo(201);
    assertThat(frozen.header("Location")).endsWith("/api/v1/baselines/sec-v0.01");
    assertThat(frozen.jsonPath().getString("digest")).hasSize(64);
    Response again = post("/api/v1/baselines", freezing("SEC v0.01", WAIVERS));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.jsonPath().getString("findings[0].message"))
        .isEqualTo("Found “SEC v0.01”, expected a name that no baseline has.");
  }

  @Test
  void supersedesAndWithdraws() {
    post("/api/v1/baselines", freezing("Old", WAIVERS)).then().statusCode(201);
    post("/api/v1/baselines", freezing("New", WAIVERS)).then().statusCode(201);
    Response act =
        post(
            "/api/v1/baselines/old/acts",
            "{\"act\": \"SUPERSEDED\", \"reason\": \"Mended\", \"successor\": \"new\"}");
    assertThat(act.statusCode()).isEqualTo(200);
    assertThat(act.jsonPath().getString("successor")).isEqualTo("new");
    String withdrawal = "{\"act\": \"WITHDRAWN\", \"reason\": \"Wrong\"}";
    assertThat(post("/api/v1/baselines/none/acts", withdrawal).statusCode()).isEqualTo(404);
    assertThat(post("/api/v1/baselines/old/acts", withdrawal).statusCode()).isEqualTo(200);
    assertThat(post("/api/v1/baselines/old/acts", withdrawal).statusCode()).isEqualTo(422);
  }

  @Test
  void tellsAllThatIsWrongWithABody() {
    Response response =
        post("/api/v1/baselines/gate", "{\"dated\": \"2011-13-45\", \"colour\": 1}");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.jsonPath().getList("findings.pointer"))
        .containsExactlyInAnyOrder("/name", "/colour", "/dated");
  }

  @Test
  void makesANewKey() {
    Response response = given().post("/api/v1/baselines/keys");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.jsonPath().getString("keyId")).hasSize(43);
  }
}
