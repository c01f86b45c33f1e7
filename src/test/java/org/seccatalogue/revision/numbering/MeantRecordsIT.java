package org.seccatalogue.revision.numbering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Freezer;

/// A name means the same wherever somebody writes it: who has it now; else what it is the last
/// number of, which is asked; else who had it, which is asked where several had.
@QuarkusTest
@NullUnmarked
class MeantRecordsIT {

  @Inject Freezer freezer;

  private static final String BODY =
      """
      {"type": "%s", %s "attributes": {"reference": "%s", "title": "%s"}}
      """;

  @BeforeEach
  void renumbered() {
    if (given().get("/api/v1/records?section=C.41").statusCode() == 200) {
      return;
    }
    renumber(created("section", "C", "C.41", "Ladders"), "C.42", "Ladders");
    created("section", "C.42", "C.42.1", "Rungs");
    renumber(created("section", "C", "C.51", "Lines"), "C.52", "Lines");
    renumber(created("section", "C", "C.51", "Lamps"), "C.53", "Lamps");
    for (String annex : new String[] {"Annex Y", "Annex Z"}) {
      created("clause", null, annex, "Annex");
      created("clause", annex, "61", "Clause");
    }
  }

  private static String created(String type, String parent, String reference, String title) {
    String below = parent == null ? "" : "\"parent\": \"" + parent + "\",";
    return given()
        .contentType(ContentType.JSON)
        .body(BODY.formatted(type, below, reference, title))
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
        .body(BODY.formatted("section", "\"parent\": \"C\",", reference, title))
        .put("/api/v1/records/" + key)
        .then()
        .statusCode(200);
  }

  private static Response get(String address, String name) {
    return given().redirects().follow(false).pathParam("name", name).get(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/records?section={name}",
        "/api/v1/exports/records.csv?section={name}&type=section",
        "/api/v1/records?derives_from={name}",
        "/api/v1/specifications/{name}.docx",
        "/api/v1/specifications/{name}.html",
        "/api/v1/map.svg?focus={name}",
        "/map?focus={name}"
      })
  void whoAloneHadItIsMeant(String door) {
    assertThat(get(door, "C.41").statusCode()).isEqualTo(200);
    assertThat(get(door, "C.999").statusCode()).isBetween(400, 404);
  }

  /// A key in small letters, and a name with letters that nobody sees, mean the same.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/records?section={name}",
        "/api/v1/records?derives_from={name}",
        "/api/v1/specifications/{name}.html",
        "/api/v1/map.svg?focus={name}"
      })
  void keysInSmallLettersAreKeys(String door) {
    assertThat(get(door, "cls-0001").asString()).isEqualTo(get(door, "CLS-0001").asString());
    assertThat(get(door, "A\u200B").asString()).isEqualTo(get(door, "A").asString());
    assertThat(get(door, "cls-0001").statusCode()).isEqualTo(200);
  }

  /// What an attribute refers to is asked for by name, also where others of that name have codes.
  @ParameterizedTest
  @ValueSource(strings = {"MRA", "XCA-0001", "xca-0001"})
  void attributesAreFilteredByNames(String name) {
    String filter = "/api/v1/records?limit=200&attribute=existing_code:{name}";
    assertThat(get(filter, name).jsonPath().<String>getList("items.key"))
        .contains("INT-0001", "IMA-0001");
    assertThat(
            get(filter + "&type=impact-assessment", name)
                .jsonPath()
                .getList("items.attributes.existing_code"))
        .isNotEmpty()
        .containsOnly("XCA-0001");
    Response noCode = get("/api/v1/records?attribute=priority:{name}", "Perhaps");
    assertThat(noCode.statusCode()).isEqualTo(400);
    assertThat(noCode.jsonPath().getString("findings[0].message"))
        .isEqualTo("Found “Perhaps”, expected one of the codes of the attribute “priority”.");
    assertThat(get(filter, "C.999").statusCode()).isEqualTo(400);
    Response unknown =
        get("/api/v1/records?type=impact-assessment&attribute=chapter:{name}", "C.999");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.jsonPath().getString("findings[0].message"))
        .isEqualTo("There is no record C.999.");
  }

  /// Where one writes as where one asks.
  @Test
  void keysInSmallLettersAreKeysInDrafts() {
    Response made =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "section", "parent": "sec-0001",
                 "attributes": {"reference": "C.78", "title": "T"},
                 "links": [{"type": "depends_on", "target": "dep-0001"}]}""")
            .post("/api/v1/records");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.jsonPath().getString("parent")).isEqualTo("SEC-0001");
    assertThat(made.jsonPath().getList("links.target")).containsExactly("DEP-0001");
  }

  /// Nobody writes under a former reference unasked; what it is called now is said.
  @Test
  void whoWritesAFormerReferenceIsToldThePresentOne() {
    Response refused =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"type": "section", "parent": "C.41",
                 "attributes": {"reference": "C.77", "title": "T"},
                 "links": [{"type": "depends_on", "target": "C.41"}]}""")
            .post("/api/v1/records");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("findings.code"))
        .containsExactly("REFERENCE_PASSED", "REFERENCE_PASSED");
    assertThat(refused.jsonPath().getList("findings.message"))
        .containsOnly("Found “C.41”, expected C.42, the present reference of what was called so.");
  }

  @Test
  void whatIsBelowWhoHadItIsFound() {
    assertThat(get("/api/v1/records?section={name}", "C.41").jsonPath().getList("items.reference"))
        .containsExactly("C.42.1");
    assertThat(get("/api/v1/specifications/{name}.docx", "C.41").header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"sec-c-42.docx\"");
    assertThat(get("/api/v1/map.svg?focus={name}", "C.41").asString())
        .isEqualTo(get("/api/v1/map.svg?focus={name}", "C.42").asString());
    assertThat(get("/map?focus={name}", "C.41").asString())
        .isEqualTo(get("/map?focus={name}", "C.42").asString());
    assertThat(get("/search?q={name}", "C.41").header("Location")).endsWith("/sections/C.42");
    assertThat(get("/search?section={name}", "C.41").asString()).contains("Rungs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/records?section={name}",
        "/api/v1/exports/records.csv?section={name}&type=section",
        "/api/v1/records?derives_from={name}",
        "/api/v1/map.svg?focus={name}"
      })
  void whatSeveralAreOrWereCalledIsAsked(String door) {
    assertAsked(
        get(door, "C.51"),
        "the present reference of the record that is meant: “C.5%1$s” or “C.5%2$s”");
    assertAsked(get(door, "61"), "the path of the number: “Annex Y / 61” or “Annex Z / 61”");
  }

  private static void assertAsked(Response answer, String expected) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("findings[0].code")).isEqualTo("AMBIGUOUS");
    assertThat(answer.jsonPath().getString("findings[0].expected"))
        .isIn(expected.formatted(2, 3), expected.formatted(3, 2));
  }

  @Test
  void filesAndMapsAskAsWell() {
    Response file = get("/api/v1/specifications/{name}.docx", "61");
    assertThat(file.statusCode()).isEqualTo(404);
    assertThat(file.jsonPath().getString("detail"))
        .isEqualTo("Ask for the path of the number: “Annex Y / 61” or “Annex Z / 61”.");
    Response map = get("/map?focus={name}", "61");
    assertThat(map.statusCode()).isEqualTo(400);
    assertThat(map.asString().replaceAll("<[^>]*>", ""))
        .contains(
            "“61” may be one of several. Ask for the path of the number: “Annex Y / 61” or “Annex Z"
                + " / 61”; this is the map of the whole code");
  }

  /// In a baseline names mean what they meant when it was frozen.
  @Test
  void aBaselineAsksWhichOfItsOwn() {
    String id = freezer.freeze("SEC meant", "2011-11-30").id();
    String base = "/api/v1/baselines/" + id;
    String asked = "the path of the number: “Annex Y / 61” or “Annex Z / 61”";
    for (String door :
        new String[] {
          "/records?section={name}",
          "/records?derives_from={name}",
          "/facets?section={name}",
          "/extract.xlsx?section={name}",
          "/changes?since=" + id + "&section={name}",
          "/map.svg?focus={name}",
          "/map.svg?since=" + id + "&focus={name}"
        }) {
      assertAsked(get(base + door, "61"), asked);
      assertThat(get(base + door, "C.41").jsonPath().getString("findings[0].code"))
          .as(door)
          .isEqualTo("UNKNOWN_RECORD");
    }
    for (String door : new String[] {"/specifications/{name}.docx", "/records/{name}"}) {
      Response answer = get(base + door, "61");
      assertThat(answer.statusCode()).as(door).isEqualTo(404);
      assertThat(answer.jsonPath().getString("detail")).isEqualTo("Ask for " + asked + ".");
    }
    assertThat(get("/baselines/" + id + "/map?focus={name}", "61").asString())
        .contains("“61” may be one of several. Ask for " + asked);
  }
}
