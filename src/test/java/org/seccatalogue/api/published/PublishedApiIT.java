package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.PublicationAction;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.freezing.Baselines;
import org.seccatalogue.testkit.Freezer;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class PublishedApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Freezer freezer;
  @Inject Baselines baselines;
  @Inject Published published;

  private Baseline first;
  private Baseline second;

  @BeforeAll
  void freeze() {
    first = freezer.freeze("SEC v0.01", "2011-11-30");
    second = freezer.freeze("SEC v0.02", "2011-12-15");
    baselines.mark(
        first.id(),
        PublicationAction.SUPERSEDED,
        "A clause was wrong",
        second.id(),
        "Lead drafter");
  }

  private RequestSpecification api() {
    return given();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode body(String path) {
    Response response = api().get(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return json(response.asString());
  }

  @Test
  void listsBaselinesNewestFirst() {
    assertThat(body("/api/v1/baselines"))
        .isEqualTo(
            json(
                """
                {"items": [
                  {"id": "sec-v0.02", "name": "SEC v0.02", "dated": "2011-12-15", "records": 296,
                   "links": %d, "digest": "%s", "state": "PUBLISHED"},
                  {"id": "sec-v0.01", "name": "SEC v0.01", "dated": "2011-11-30", "records": 296,
                   "links": %d, "digest": "%s", "state": "SUPERSEDED",
                   "reason": "A clause was wrong", "successor": "sec-v0.02"}]}
                """
                    .formatted(second.links(), second.digest(), first.links(), first.digest())));
  }

  @Test
  void showsABaselineWithItsManifest() {
    JsonNode body = body("/api/v1/baselines/latest");
    assertThat(body.path("id").asText()).isEqualTo("sec-v0.02");
    assertThat(body.path("manifest")).isEqualTo(json(second.manifest()));
    assertThat(body.path("signature").asText()).isEqualTo(second.signature());
    assertThat(body.path("publishedBy").asText()).isEqualTo("Lead drafter");
    assertThat(body.path("publishedAt").asText())
        .isEqualTo(published.publication(second).at().toString());
    assertThat(api().get("/api/v1/baselines/sec-v0.02/manifest.json").asString())
        .isEqualTo(second.manifest());
    assertThat(api().get("/api/v1/baselines/latest/manifest.jws").asString())
        .isEqualTo(second.signature());
  }

  @Test
  void listsAndCountsWhatAppliesToADevice() {
    String at = "/api/v1/baselines/sec-v0.01/";
    JsonNode must = body(at + "records?device=GSME&attribute=priority:Must&limit=200");
    assertThat(must.path("items").valueStream().map(item -> item.path("key").asText()))
        .containsExactly(
            "DSL-0002",
            "DSL-0004",
            "GSM-0001",
            "GSM-0002",
            "GSM-0004",
            "GSM-0005",
            "WSI-0002",
            "GSR-0002");
    assertThat(must.path("total")).isEqualTo(json("{\"count\": 8, \"exact\": true}"));
    assertThat(body(at + "facets?device=GSME").path("total"))
        .isEqualTo(json("{\"count\": 9, \"exact\": true}"));
    Response refused = api().get(at + "records?device=Kettle");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused.asString()).path("findings").valueStream())
        .singleElement()
        .satisfies(finding -> assertThat(finding.path("found").asText()).isEqualTo("Kettle"));
  }

  @Test
  void showsTheOutline() {
    JsonNode body = body("/api/v1/baselines/sec-v0.01/outline");
    assertThat(body.path("baseline").asText()).isEqualTo("sec-v0.01");
    assertThat(body.path("items").get(0))
        .isEqualTo(
            json(
                """
                {"depth": 0, "record": {"key": "CLS-0001", "type": "clause",
                  "title": "PART A – GOVERNANCE AND CHANGE CONTROL", "reference": "A", "stage": "DRAFT", "revision": 1,
                  "provisional": false}}
                """));
  }

  @Test
  void showsARecordByKeyOrReference() {
    JsonNode body = body("/api/v1/baselines/sec-v0.01/records/ESM-0001");
    assertThat(body)
        .isEqualTo(
            json(
                """
                {"key": "ESM-0001", "type": "electricity-meter-spec", "title": "Half-hourly import \
                history", "stage": "DCG", "revision": 1, "provisional": false, "baseline": \
                "sec-v0.01", "parent": "SEC-0027", "digest": \
                "35e857dace9590a3e00fbe851d6ab6a7984e7aa32c170b21f260950b63285ae1", "attributes": \
                {"title": "Half-hourly import history", "requirement_text": "The electricity meter \
                shall store active energy imported in each half-hour period for the most recent 13 \
                months.", "obligation": "shall", "summary": "Thirteen months of half-hourly use \
                stay on the meter.", "rationale": "Gives the consumer year-on-year comparison and \
                lets a late reader catch up.", "policy_status": "SETTLED", "priority": "Must", \
                "fuel": "E", "market_segment": "ALL", \
                "verification_method": ["Test"], "acceptance_criterion": "After 13 months \
                simulated, first and last entries both retrievable", "marking": "NPM", \
                "frc_reference": "FRC display/storage group", "function_area": "Recording", \
                "meter_variant": "ALL", "quantity": "Active energy import [kWh]", "data_category": \
                "Operational", "storage_structure": "Profile log", "interval": {"unit": "min", \
                "value": 30}, "retention": {"unit": "months", "value": 13}, "survives_power_loss": \
                true, "interfaces": ["WAN", "HAN"], "read_roles": ["IS", "ED", "OU"]}, "links": \
                [{"type": "depends_on", "target": "DEP-0008", "targetRevision": 1}, {"type": \
                "derives_from", "target": "CLS-0035", "targetRevision": \
                1}, {"type": "satisfies", "target": "DSL-0001", "targetRevision": 1}]}
                """));
    JsonNode section = body("/api/v1/baselines/sec-v0.01/records/C.4.1.a");
    assertThat(section.path("reference").asText()).isEqualTo("C.4.1.a");
  }

  @Test
  void showsLinksInBothDirections() {
    JsonNode body = body("/api/v1/baselines/sec-v0.01/records/ESM-0001/links");
    assertThat(body.path("outgoing").valueStream().map(l -> l.at("/source/key").asText()))
        .isNotEmpty()
        .containsOnly("ESM-0001");
    assertThat(body.path("incoming").valueStream().map(l -> l.at("/target/key").asText()))
        .allMatch("ESM-0001"::equals);
  }

  @Test
  void listsRecordsWithExcerptsAndTheNextPage() {
    String path =
        "/api/v1/baselines/latest/records?q=meter&attribute=fuel:G&type=gas-meter-spec&limit=1";
    JsonNode body = body(path);
    assertThat(body.path("baseline").asText()).isEqualTo("sec-v0.02");
    assertThat(body.path("items")).hasSize(1);
    String key = body.at("/items/0/key").asText();
    assertThat(body.at("/excerpts/" + key).valueStream().filter(p -> p.path("match").asBoolean()))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.path("text").asText()).startsWithIgnoringCase("meter"));
    JsonNode next = body(path + "&cursor=" + body.path("next").asText());
    assertThat(next.at("/items/0/key").asText()).isNotEqualTo(key);
    assertThat(next.path("total")).isEqualTo(body.path("total"));
  }

  @Test
  void listsFacets() {
    JsonNode body = body("/api/v1/baselines/latest/facets?type=gas-meter-spec");
    assertThat(body.at("/facets/0/parameter").asText()).isEqualTo("type");
    assertThat(body.at("/facets/0/values")).hasSize(1);
    assertThat(body.at("/facets/0/values/0/count")).isEqualTo(body.at("/total/count"));
  }

  @Test
  void listsPublications() {
    JsonNode body = body("/api/v1/publications?limit=2");
    assertThat(body.path("items").valueStream().map(i -> i.path("act").asText()))
        .containsExactly("PUBLISHED", "PUBLISHED");
    assertThat(body.path("next").asInt()).isEqualTo(2);
    JsonNode last = body("/api/v1/publications?cursor=2");
    assertThat(last.path("items")).hasSize(1);
    assertThat(last.has("next")).isFalse();
    JsonNode superseded = last.path("items").get(0);
    assertThat(superseded.path("act").asText()).isEqualTo("SUPERSEDED");
    assertThat(superseded.path("successor").asText()).isEqualTo("sec-v0.02");
    assertThat(superseded.path("previous")).isEqualTo(body.path("items").get(1).path("hash"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/baselines/sec-v9.99",
        "/api/v1/baselines/sec-v9.99/outline",
        "/api/v1/baselines/sec-v9.99/records",
        "/api/v1/baselines/sec-v9.99/facets",
        "/api/v1/baselines/sec-v9.99/manifest.json",
        "/api/v1/baselines/sec-v9.99/manifest.jws",
        "/api/v1/baselines/sec-v9.99/records/ESM-0001",
        "/api/v1/baselines/sec-v0.01/records/ESM-9999",
        "/api/v1/baselines/sec-v0.01/records/none",
        "/api/v1/baselines/sec-v0.01/records/ESM-9999/links",
        "/id/ESM-9999",
        "/id/none",
        "/id/ESM-0001@sec-v9.99"
      })
  void answers404ForWhatIsNotPublished(String path) {
    Response response = api().get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void tellsWhatIsWrongWithTheQuery() {
    Response response =
        api()
            .queryParam("attribute", "fuel:X")
            .queryParam("limit", "0")
            .get("/api/v1/baselines/latest/records");
    assertThat(response.statusCode()).isEqualTo(400);
    response = api().queryParam("attribute", "fuel:X").get("/api/v1/baselines/latest/records");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response.asString()))
        .isEqualTo(
            json(
                """
                {"title": "The request is malformed", "status": 400, "findings": [
                  {"severity": "ERROR", "code": "UNKNOWN_CODE", "place": "parameter “attribute”",
                   "parameter": "attribute", "found": "fuel:X",
                   "expected": "a code of fuel: one of E, G, EG, NA",
                   "message": "Found “fuel:X”, expected a code of fuel: one of E, G, EG, NA."}]}
                """));
    api()
        .queryParam("colour", "red")
        .get("/api/v1/baselines/latest/facets")
        .then()
        .statusCode(400)
        .body("findings[0].parameter", equalTo("colour"));
  }

  @ParameterizedTest
  @CsvSource({
    "ESM-0001, text/html, /baselines/sec-v0.02/records/ESM-0001",
    "ESM-0001, application/json, /api/v1/baselines/sec-v0.02/records/ESM-0001",
    "ESM-0001, */*, /api/v1/baselines/sec-v0.02/records/ESM-0001",
    "ESM-0001@sec-v0.01, 'text/html,*/*;q=0.8', /baselines/sec-v0.01/records/ESM-0001",
    "ESM-0001@latest, 'text/html;q=0.5,application/json',"
        + " /api/v1/baselines/sec-v0.02/records/ESM-0001"
  })
  void goesOnFromPermanentAddresses(String name, String accept, String target) {
    Response response = given().redirects().follow(false).accept(accept).get("/id/" + name);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.header("Location")).endsWith(target);
    assertThat(response.header("Vary")).contains("Accept");
    assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=60");
  }

  @Test
  void letsNoOtherMethodThrough() {
    for (String path :
        List.of("/api/v1/baselines/latest/records", "/api/v1/publications", "/id/ESM-0001")) {
      assertThat(given().delete(path).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void theKeySetHasTheKeyThatSigned() {
    Response response = api().get("/.well-known/jwks.json");
    assertThat(response.statusCode()).isEqualTo(200);
    Published.JwkSet.Key key = published.jwks().keys().getFirst();
    assertThat(json(response.asString()))
        .isEqualTo(
            json(
                """
                {"keys": [{"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
                  "kid": "%s", "x": "%s"}]}
                """
                    .formatted(key.kid(), key.x())));
  }
}
