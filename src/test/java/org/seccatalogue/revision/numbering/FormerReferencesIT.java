package org.seccatalogue.revision.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hamcrest.Matchers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.page.forms.FormFields;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.testkit.Drafts;
import org.seccatalogue.testkit.Freezer;

/// A reference that somebody changes by hand leads on, unless it is not known to what.
@QuarkusTest
@NullUnmarked
class FormerReferencesIT {

  private static final String RECORDS = "/api/v1/records";

  @Inject Freezer freezer;
  @Inject CatalogueSchema schema;

  private static final String BODY =
      """
      {"type": "section", "parent": "C", "attributes": {"reference": "%s", "title": "%s"}}
      """;

  private static String section(String reference, String title) {
    return given()
        .contentType(ContentType.JSON)
        .body(BODY.formatted(reference, title))
        .post("/api/v1/records")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private static void renumber(String key, String reference, String title) {
    given()
        .contentType(ContentType.JSON)
        .header("If-Match", given().get("/api/v1/records/" + key).header("ETag"))
        .body(BODY.formatted(reference, title))
        .put("/api/v1/records/" + key)
        .then()
        .statusCode(200);
  }

  private static Response page(String reference) {
    return given().redirects().follow(false).get("/sections/" + reference);
  }

  @Test
  void itLeadsToTheOnlyOneThatHadIt() {
    String key = section("C.71", "Ladders");
    renumber(key, "C.72", "Ladders");
    page("C.71").then().statusCode(303).header("Location", Matchers.endsWith("/sections/C.72"));
    List<String> kinds =
        given().get("/api/v1/records/" + key + "/history").jsonPath().getList("items.kind");
    assertThat(kinds).containsExactly("RENUMBERED", "REVISED");

    section("C.71", "Lines");
    assertThat(page("C.71").asString().replaceAll("<[^>]*>", ""))
        .contains("Section C.71", "Lines")
        .containsPattern("Until [^,]+, C\\.71 was Ladders \\(now C\\.72\\)\\.");

    renumber(key, "C.71.9", "Ladders");
    page("C.72").then().statusCode(303).header("Location", Matchers.endsWith("/sections/C.71.9"));
  }

  /// A baseline is named only where it had the record so.
  @Test
  void whatWasNeverPublishedIsToldByItsDay() {
    String published = section("C.63", "Ladders");
    freezer.freeze("SEC 1", "2011-11-30");
    renumber(published, "C.64", "Ladders");
    section("C.63", "Lines");
    String unpublished = section("C.65", "Ropes");
    renumber(unpublished, "C.66", "Ropes");
    section("C.65", "Lines");
    assertThat(page("C.63").asString().replaceAll("<[^>]*>", ""))
        .contains("Until SEC 1, C.63 was Ladders (now C.64).");
    assertThat(page("C.65").asString().replaceAll("<[^>]*>", ""))
        .containsPattern("Until [0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}, C\\.65 was Ropes");
  }

  @Test
  void ofTwoThatHadItThePageAsksWhich() {
    String one = section("C.81", "Ladders");
    renumber(one, "C.82", "Ladders");
    String other = section("C.81", "Lines");
    renumber(other, "C.83", "Lines");
    Response asked = page("C.81");
    assertThat(asked.statusCode()).isEqualTo(300);
    assertThat(asked.asString().replaceAll("<[^>]*>", "").replaceAll("\\s+", " "))
        .contains("Which C.81 do you mean? Nothing is called C.81 now.")
        .containsPattern("Until [^:]+: C\\.83 Lines Until [^:]+: C\\.82 Ladders");
    given()
        .redirects()
        .follow(false)
        .get("/sections/C.81.docx")
        .then()
        .statusCode(303)
        .header("Location", Matchers.endsWith("/sections/C.81"));
  }

  /// A plan asks whether that is meant; who saves one record is told.
  @Test
  void whoTakesItIsTold() {
    String key = section("C.51", "Ladders");
    renumber(key, "C.52", "Ladders");
    JsonPath made =
        saved(
            given()
                .contentType(ContentType.JSON)
                .body(BODY.formatted("C.51", "Lines"))
                .post(RECORDS),
            201);
    String expected =
        "a reference that no other record had: it was that of “Ladders” (KEY), and leads to this"
            .concat(" record now")
            .replace("KEY", key);
    assertThat(made.getList("warnings.severity")).containsExactly("WARNING");
    assertThat(made.getList("warnings.code")).containsExactly("REFERENCE_PASSED");
    assertThat(made.getList("warnings.pointer")).containsExactly("/attributes/reference");
    assertThat(made.getList("warnings.found")).containsExactly("C.51");
    assertThat(made.getList("warnings.expected")).containsExactly(expected);
    String address = RECORDS + "/" + made.getString("key");
    assertThat(given().get(address).jsonPath().getList("warnings")).isNull();

    assertThat(saved(put(address, "C.51", "Ropes"), 200).getList("warnings")).isNull();

    renumber(key, "C.53", "Ladders");
    Response taking = put(address, "C.52", "Ropes");
    taking.then().header("Renumbered", "true");
    assertThat(saved(taking, 200).getList("warnings.expected")).containsExactly(expected);
    renumber(key, "C.50", "Ladders");
    assertThat(saved(put(address, "C.53", "Nets"), 200).getList("warnings.expected"))
        .containsExactly(expected);
    assertThat(page("C.51").statusCode()).as("of two that had it").isEqualTo(300);
  }

  @Test
  void aFormTellsWhoHadIt() {
    String key = section("C.54", "Ladders");
    renumber(key, "C.55", "Ladders");
    RequestSpecification form =
        given().contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8));
    form.redirects().follow(false).formParam("action", "save");
    FormFields.of(schema.typeOf("section"), section("C.54")).forEach(form::formParam);
    String shown = form.post("/records/new").then().statusCode(303).extract().header("Location");
    assertThat(shown).endsWith("?saved=created-passed");
    assertThat(given().get(shown).asString().replaceAll("<[^>]*>", ""))
        .contains("The record was created.")
        .containsPattern(
            "Until [^,]+, C\\.54 was Ladders \\(now C\\.55\\)\\. It leads to this record now\\. If that"
                + " is not meant, give this record another reference: whoever looks for C\\.54 is"
                + " then asked which of the two is meant\\.");
  }

  private static Drafts section(String reference) {
    return Drafts.of("section").with("reference", reference).with("title", "Lines").below("C");
  }

  private static Response put(String address, String reference, String title) {
    return given()
        .header("If-Match", given().get(address).header("ETag"))
        .contentType(ContentType.JSON)
        .body(BODY.formatted(reference, title))
        .put(address);
  }

  private static JsonPath saved(Response answer, int status) {
    return answer.then().statusCode(status).extract().jsonPath();
  }

  @Test
  void whoHasItBackIsNotToldOf() {
    String key = section("C.91", "Ladders");
    renumber(key, "C.92", "Ladders");
    renumber(key, "C.91", "Ladders");
    assertThat(page("C.91").statusCode()).isEqualTo(200);
    assertThat(page("C.91").asString().replaceAll("<[^>]*>", ""))
        .doesNotContain("C.91 was")
        .containsPattern("Until [^,]+, this section was C\\.92\\.");
    page("C.92").then().statusCode(303).header("Location", Matchers.endsWith("/sections/C.91"));
  }
}
