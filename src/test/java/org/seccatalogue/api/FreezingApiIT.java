package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
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
    assertThat(report.getInt("records")).isEqualTo(296);
    assertThat(report.getInt("requirements")).isEqualTo(68);
    assertThat(report.getInt("marked")).isEqualTo(8);
    assertThat(report.getList("lines.code"))
        .containsExactly("LINK_OUTSIDE", "NAMES_OUTSIDE", "PROVISIONAL");
    assertThat(report.getMap("findings.find { it.code == 'NAMES_OUTSIDE' }"))
        .containsEntry("key", "WSI-0002")
        .containsEntry("found", "WSI-0001");
  }

  @Test
  void showsWhatGoesOutAndTakesWhatIsChosen() {
    JsonPath nothing = post("/api/v1/baselines/gate", freezing("Look", "[]")).jsonPath();
    String options = "types.find { it.type == 'option-set' }";
    assertThat(nothing.getList(options + ".goesOut"))
        .containsExactly("Reference", "Question", "Options");
    assertThat(nothing.getList(options + ".staysInside.label"))
        .containsExactly("Options: Assumed by", "Decider");
    List<String> codes = nothing.getList(options + ".staysInside.code");
    String chosen =
        ", \"disclosure\": {\"attributes\": [\"" + codes.get(1) + "\"], \"linkNotes\": true}}";
    String asked = freezing("Chosen", WAIVERS).strip().replaceFirst("}$", chosen);
    JsonPath one = post("/api/v1/baselines/gate", asked).jsonPath();
    assertThat(one.getList(options + ".goesOut"))
        .containsExactly("Reference", "Question", "Options", "Decider");
    assertThat(one.getList(options + ".staysInside.label")).containsExactly("Options: Assumed by");
    assertThat(one.getInt(options + ".records")).isEqualTo(5);
    assertThat(one.getList(options + ".chosen.label")).containsExactly("Decider");
    assertThat(one.getList(options + ".chosen.records")).containsExactly(5);
    assertThat(nothing.getList(options + ".chosen")).isEmpty();
    assertThat(one.getList("types.records").stream().mapToInt(n -> (int) n).sum()).isEqualTo(296);
    assertThat(one.getList("ofEachRecord")).contains("Key", "Section and place in it");
    assertThat(one.getBoolean("linkNotes.goOut")).isTrue();
    assertThat(nothing.getBoolean("linkNotes.goOut")).isFalse();
    assertThat(nothing.getInt("linkNotes.links")).isEqualTo(one.getInt("linkNotes.links"));
    post("/api/v1/baselines", asked).then().statusCode(201);
    JsonPath manifest = given().get("/api/v1/baselines/chosen/manifest.json").jsonPath();
    assertThat(manifest.getInt("projection.rule")).isEqualTo(1);
    assertThat(manifest.getBoolean("projection.linkNotes")).isTrue();
    assertThat(manifest.getList("projection.chosen.code")).containsExactly(codes.get(1));
    assertThat(manifest.getList("projection.inside.label")).contains("Owner (drafter)", "Source");
  }

  @Test
  void countsTheSameWhenTheWordsWerePublishedBefore() {
    String asked =
        freezing("Counted", WAIVERS)
            .strip()
            .replaceFirst("}$", ", \"disclosure\": {\"attributes\": [\"*.owner\"]}}");
    Object before = post("/api/v1/baselines/gate", asked).jsonPath().get("types");
    post("/api/v1/baselines", asked).then().statusCode(201);
    String again = asked.replace("Counted", "Counted again");
    assertThat(post("/api/v1/baselines/gate", again).jsonPath().<Object>get("types"))
        .isEqualTo(before);
  }

  @Test
  void freezesWhatWasShownAndNothingElse() {
    String asked = freezing("Shown", WAIVERS).strip();
    String shown = post("/api/v1/baselines/gate", asked).jsonPath().getString("shown");
    String other = asked.replaceFirst("}$", ", \"shown\": \"" + "0".repeat(64) + "\"}");
    JsonPath refused = post("/api/v1/baselines", other).then().statusCode(422).extract().jsonPath();
    assertThat(refused.getList("findings.pointer")).containsExactly("/shown");
    assertThat(given().get("/api/v1/baselines/shown").statusCode()).isEqualTo(404);
    String same = asked.replaceFirst("}$", ", \"shown\": \"" + shown + "\"}");
    assertThat(post("/api/v1/baselines", same).statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsNotInTheFormThatIsAskedForIsToldInWords() {
    String asked =
        freezing("Wrong", "[{\"code\": \"PROVISIONAL\", \"key\": \"x\", \"reason\": \"\"}]");
    JsonPath problem =
        post("/api/v1/baselines/gate", asked).then().statusCode(422).extract().jsonPath();
    assertThat(problem.getList("findings.pointer"))
        .containsExactlyInAnyOrder("/waivers/0/key", "/waivers/0/by");
    assertThat(problem.getMap("findings.find { it.pointer == '/waivers/0/key' }"))
        .containsEntry("code", "BAD_VALUE")
        .containsEntry("found", "x")
        .containsEntry("expected", "the key of a record, such as ESM-0001");
  }

  @Test
  void refusesAChoiceOfWhatIsNotInternal() {
    String asked =
        freezing("Wrong", "[]")
            .strip()
            .replaceFirst("}$", ", \"disclosure\": {\"attributes\": [\"*.title\", \"x\"]}}");
    JsonPath problem =
        post("/api/v1/baselines/gate", asked).then().statusCode(422).extract().jsonPath();
    assertThat(problem.getList("findings.pointer"))
        .containsExactly("/disclosure/attributes/0", "/disclosure/attributes/1");
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
