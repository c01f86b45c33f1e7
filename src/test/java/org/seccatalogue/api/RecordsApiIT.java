package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Drafts;

@QuarkusTest
@NullUnmarked
class RecordsApiIT {

  private RequestSpecification api() {
    return given().contentType(ContentType.JSON);
  }

  private static Map<String, Object> body(Drafts draft) {
    return Map.of(
        "type", draft.type(),
        "parent", "C.4.1.a",
        "attributes", draft.attributes(),
        "links", List.of(Map.of("type", "derives_from", "target", "B.1.2")),
        "note", "First draft");
  }

  private Response created(String title) {
    return api().body(body(Drafts.meter(title))).post("/api/v1/records");
  }

  @Test
  void aRecordIsMadeReadChangedAndWithdrawn() {
    Response created = created("Made by the API");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("ETag")).isEqualTo("\"1.1\"");
    String key = created.path("key");
    assertThat(created.header("Location")).endsWith("/api/v1/records/" + key);

    Response read = api().get("/api/v1/records/" + key);
    assertThat(read.asString()).isEqualTo(created.asString());
    assertThat(read.header("ETag")).isEqualTo("\"1.1\"");

    Response changed =
        api()
            .header("If-Match", "\"1.1\"")
            .body(body(Drafts.meter("Changed by the API")))
            .put("/api/v1/records/" + key);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2.2\"");
    assertThat(changed.<String>path("title")).isEqualTo("Changed by the API");

    api()
        .get("/api/v1/records/" + key + "/revisions")
        .then()
        .body("items.number", contains(2, 1))
        .body("items[1].note", equalTo("First draft"));
    api()
        .get("/api/v1/records/" + key + "/links")
        .then()
        .body("outgoing.target.reference", contains("B.1.2"))
        .body("outgoing.suspect", contains(false));

    Response withdrawn =
        api()
            .header("If-Match", "\"2.2\"")
            .body(Map.of("note", "Not needed"))
            .post("/api/v1/records/" + key + "/withdrawal");
    assertThat(withdrawn.<String>path("stage")).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.header("ETag")).isEqualTo("\"2.3\"");
  }

  @Test
  void notesThatCannotBeKeptAreRefused() {
    String draft =
        """
        {"type": "clause", "attributes": {"reference": "A.9100", "title": "Noted"}, "note": "%s"}
        """;
    Response half = api().body(draft.formatted("\\ud800")).post("/api/v1/records");
    assertThat(half.statusCode()).isEqualTo(400);
    for (String note : List.of("x".repeat(2001), "a\\u0001b")) {
      Response refused = api().body(draft.formatted(note)).post("/api/v1/records");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.<List<String>>path("findings.code")).containsExactly("BAD_VALUE");
    }
    assertThat(api().body(draft.formatted("x".repeat(2000))).post("/api/v1/records").statusCode())
        .isEqualTo(201);
  }

  @Test
  void aStaleWriteIsAnsweredWithBothRevisions() {
    String key = created("Stale").path("key");
    api()
        .header("If-Match", "\"1.1\"")
        .body(body(Drafts.meter("Hers")))
        .put("/api/v1/records/" + key);

    api()
        .header("If-Match", "\"1.1\"")
        .body(body(Drafts.meter("His")))
        .put("/api/v1/records/" + key)
        .then()
        .statusCode(412)
        .body("base.number", equalTo(1))
        .body("base.attributes.title", equalTo("Stale"))
        .body("current.revision", equalTo(2))
        .body("current.title", equalTo("Hers"));
  }

  @Test
  void aWriteMustSayWhatItChanges() {
    String key = created("No precondition").path("key");

    api().body(body(Drafts.meter("X"))).put("/api/v1/records/" + key).then().statusCode(428);
    api()
        .header("If-Match", "*")
        .body(body(Drafts.meter("X")))
        .put("/api/v1/records/" + key)
        .then()
        .statusCode(400)
        .body("findings.parameter", contains("If-Match"));
  }

  @Test
  void everyFindingHasItsPointer() {
    Map<String, Object> wrong =
        Map.of(
            "type",
            "clause",
            "parent",
            "Z.9",
            "attributes",
            Map.of("reference", "A.1", "colour", "red"),
            "links",
            List.of(Map.of("type", "likes", "target", "A.1")));

    api()
        .body(wrong)
        .post("/api/v1/records")
        .then()
        .statusCode(422)
        .body(
            "findings.pointer",
            contains("/parent", "/attributes/colour", "/attributes/title", "/links/0/type"));
  }

  @Test
  void unknownFieldsAndParametersAreRefused() {
    api()
        .body(Map.of("type", "clause", "attributes", Map.of(), "colour", "red", "links", "none"))
        .post("/api/v1/records")
        .then()
        .statusCode(422)
        .body("findings.pointer", hasItems("/colour", "/links"));
    api()
        .get("/api/v1/records?colour=red&limit=1000&cursor=x")
        .then()
        .statusCode(400)
        .body("findings.parameter", hasItems("colour", "limit"));
    given().contentType(ContentType.JSON).body("{").post("/api/v1/records").then().statusCode(400);
  }

  @Test
  void listsFilterAndPage() {
    Response first = api().get("/api/v1/records?section=C.4.1.b&type=gas-meter-spec&limit=2");
    assertThat(first.<List<String>>path("items.key")).containsExactly("GSM-0001", "GSM-0002");
    api()
        .queryParam("section", "C.4.1.b")
        .queryParam("type", "gas-meter-spec")
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get("/api/v1/records")
        .then()
        .body("items.key", contains("GSM-0003", "GSM-0004"));
    api()
        .get("/api/v1/records?type=dcc-service-line&attribute=eligible_user_roles:OU")
        .then()
        .body("items.key", contains("DSL-0005", "DSL-0001"));
    api()
        .get("/api/v1/records?text=ECOES&type=business-requirement&stage=DRAFT")
        .then()
        .body("items.key", contains("BRQ-0002"));
  }

  @Test
  void theOtherReadsFollowTheContract() {
    api().get("/api/v1/record-types").then().body("items", hasSize(28));
    api().get("/api/v1/record-types/clause").then().body("prefix", equalTo("CLS"));
    api().get("/api/v1/record-types/cats").then().statusCode(404);
    api().get("/api/v1/record-types/clause/schema").then().body("type", equalTo("object"));
    api().get("/api/v1/outline").then().body("items[0].record.reference", equalTo("A"));
    api().get("/api/v1/trace").then().body("orphanCount", equalTo(0));
    api().get("/api/v1/records/ESM-9999").then().statusCode(404);
    api().get("/api/v1/records/ESM-0001/revisions/1").then().body("number", equalTo(1));
    api().get("/api/v1/records/ESM-0001/revisions/9").then().statusCode(404);
    api().get("/api/v1/specifications/Z.docx").then().statusCode(404);
    assertThat(api().get("/api/v1/specifications/C.4.1.a.docx").asByteArray())
        .isEqualTo(api().get("/api/v1/specifications/C.4.1.a.docx").asByteArray())
        .startsWith('P', 'K');
  }

  @Test
  void aWorkbookIsPlannedShownAndApplied() {
    Response planned = upload("meter-specifications.xlsx");
    assertThat(planned.statusCode()).isEqualTo(201);
    assertThat(planned.<Integer>path("created")).isEqualTo(6);
    String id = String.valueOf(planned.<Integer>path("id"));

    api()
        .get("/api/v1/imports/" + id + "?limit=2")
        .then()
        .body("changes.kind", contains("NEW", "NEW"));
    api().body(Map.of()).post("/api/v1/imports/" + id + "/apply").then().statusCode(422);
    api()
        .body(Map.of("note", "Spring issue"))
        .post("/api/v1/imports/" + id + "/apply")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPLIED"));
    api()
        .body(Map.of("note", "Again"))
        .post("/api/v1/imports/" + id + "/apply")
        .then()
        .statusCode(409);
    assertThat(upload("meter-specifications.xlsx").<Integer>path("same")).isEqualTo(6);

    Response refused = upload("meter-specifications-with-mistakes.xlsx");
    api()
        .get("/api/v1/imports/" + refused.<Integer>path("id"))
        .then()
        .body("import.state", equalTo("REFUSED"))
        .body("findings.cell", hasItems("R2", "W2", "A3", "Z4", "AE5", "Y3"));
    api().get("/api/v1/imports?limit=1").then().body("items", hasSize(1));
    api().get("/api/v1/imports/99999").then().statusCode(404);
  }

  private Response upload(String name) {
    return given().multiPart("file", new File("import/samples/" + name)).post("/api/v1/imports");
  }

  @Test
  void anotherSiteMayNotWrite() {
    api()
        .header("Origin", "http://elsewhere.example")
        .body(body(Drafts.meter("Forged")))
        .post("/api/v1/records")
        .then()
        .statusCode(403);
  }

  /// A form of another site sends no Origin in some browsers, and always that it is another site.
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void whatABrowserSaysIsOfAnotherSiteMayNotWrite(String site) {
    api()
        .header("Sec-Fetch-Site", site)
        .body(body(Drafts.meter("Forged")))
        .post("/api/v1/records")
        .then()
        .statusCode(403);
    given().header("Sec-Fetch-Site", site).get("/api/v1/baselines").then().statusCode(200);
  }

  @Test
  void theServedContractIsTypedForEachRecordType() {
    given()
        .get("/openapi-drafting.json")
        .then()
        .body("components.schemas.Record.oneOf", hasSize(28))
        .body(
            "components.schemas.Record.discriminator.mapping.'gas-meter-spec'",
            equalTo("#/components/schemas/GasMeterSpecRecord"))
        .body(
            "components.schemas.GasMeterSpecAttributes.properties.capacity_class.enum",
            hasItems("U6/G4", "larger"));
    assertThat(given().get("/openapi-drafting.yaml").asString())
        .startsWith("---\nopenapi: \"3.1.0\"");
  }
}
