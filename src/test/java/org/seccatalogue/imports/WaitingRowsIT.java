package org.seccatalogue.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.record.words.Naming;
import org.seccatalogue.testkit.Drafts;

/// Rows that need the row of a new record which is chosen by itself wait with it, and an import
/// that is undone gives back the references that its records took.
@QuarkusTest
@NullUnmarked
class WaitingRowsIT {

  private static final Map<String, String> NOTE = Map.of("note", "As agreed");
  private static final Map<String, Object> ALL_SUCH =
      Map.of("chosen", true, "filter", Map.of("guard", "PASSED_REFERENCE"));

  @Inject TwoPeople two;
  @Inject Naming naming;

  private static RequestSpecification api() {
    return given().contentType(ContentType.JSON);
  }

  private String section(String reference) {
    return two.created(
        Drafts.of("section").with("reference", reference).with("title", "Ladders").below("C"));
  }

  private void renumbered(String key, String reference) {
    two.theirs(key, now -> now.with("reference", reference));
  }

  private static int planned(String fileName, String rows) {
    Response planned =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", fileName, rows.getBytes(UTF_8))
            .post("/api/v1/imports");
    assertThat(planned.<String>path("state")).as(planned.asString()).isEqualTo("PLANNED");
    return planned.path("id");
  }

  private static JsonPath shown(int id) {
    return given().queryParam("kind", "NEW").get("/api/v1/imports/" + id).jsonPath();
  }

  private static Response apply(int id) {
    return api().body(NOTE).post("/api/v1/imports/" + id + "/apply");
  }

  private static Response choose(int id, Map<String, ?> body) {
    return api().body(body).put("/api/v1/imports/" + id + "/choice");
  }

  @Test
  void rowsBelowAGuardedSectionWaitWithIt() {
    String ladders = section("C.31");
    renumbered(ladders, "C.32");
    section("C.31");
    String rows =
        """
        Section,Reference,Title
        C.31,C.31.9,Ropes
        C.31.9,C.31.9.a,Deep
        C.31.9.a,C.31.9.b,Deeper
        C.32,C.32.1,Steps
        """;
    int id = planned("Sections.csv", rows);

    JsonPath plan = shown(id);
    assertThat(plan.getList("changes.guards"))
        .containsExactly(
            List.of("PASSED_REFERENCE"),
            List.of("NEEDS_ROW", "PASSED_REFERENCE"),
            List.of("NEEDS_ROW", "PASSED_REFERENCE"),
            List.of());
    assertThat(plan.getList("changes.chosen")).containsExactly(false, false, false, true);
    assertThat(plan.getList("findings.code"))
        .containsExactly("REFERENCE_PASSED", "LEFT_OUT", "LEFT_OUT");
    assertThat(plan.getList("findings.severity")).containsOnly("WARNING");
    assertThat(plan.getList("findings.cell")).containsExactly("A2", "A3", "A4");
    assertThat(plan.getList("findings.found")).containsExactly("C.31", "C.31.9", "C.31.9.a");
    assertThat(plan.getString("findings[1].expected"))
        .isEqualTo(
            "row 2 of “Sections” to be selected too: this row stands below it, and is applied only"
                + " if you select both");
    assertThat(given().get("/imports/" + id).asString())
        .contains("It needs another row that is applied only when you choose it: choose both.");
    assertThat(choose(id, Map.of("chosen", true)).<Integer>path("leftOut")).isEqualTo(3);
    assertThat(choose(id, ALL_SUCH).<Integer>path("leftOut")).isZero();
    assertThat(apply(id).statusCode()).isEqualTo(200);
    assertThat(two.record(two.key("C.31.9.b")).head().parent()).hasToString(two.key("C.31.9.a"));
  }

  @Test
  void whoChoosesNothingAppliesTheRest() {
    renumbered(section("C.33"), "C.34");
    section("C.33");
    int id =
        planned(
            "Sections.csv",
            """
            Section,Reference,Title
            C.33,C.33.9,Ropes
            C.33.9,C.33.9.a,Deep
            C.34,C.34.1,Steps
            """);
    Response applied = apply(id);
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(200);
    assertThat(applied.<Integer>path("created")).isEqualTo(1);
    assertThat(applied.<Integer>path("leftOut")).isEqualTo(2);
  }

  /// The workbook says what C.35 is from now on.
  @Test
  void belowARowThatTakesAReferenceItMeansThatRow() {
    renumbered(section("C.35"), "C.36");
    int id =
        planned(
            "Sections.csv",
            """
            Section,Reference,Title
            C,C.35,Lines
            C.35,C.35.1,Deep
            """);
    JsonPath plan = shown(id);
    assertThat(plan.getList("changes.chosen")).containsExactly(false, false);
    assertThat(plan.getList("findings.code")).containsExactly("REFERENCE_PASSED", "LEFT_OUT");
    assertThat(plan.getList("findings.cell")).containsExactly("B2", "A3");
    choose(id, ALL_SUCH);
    assertThat(apply(id).statusCode()).isEqualTo(200);
    assertThat(two.record(two.key("C.35.1")).head().parent()).hasToString(two.key("C.35"));
  }

  @Test
  void anUndoneImportGivesItBack() {
    String ladders = section("C.37");
    renumbered(ladders, "C.38");
    int id =
        planned(
            "Sections.csv",
            """
            Section,Reference,Title
            C,C.37,Lines
            """);
    choose(id, ALL_SUCH);
    apply(id).then().statusCode(200);
    String lines = two.key("C.37");
    given().redirects().follow(false).get("/sections/C.37").then().statusCode(200);

    Response undone = api().body(NOTE).post("/api/v1/imports/" + id + "/undo");
    assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
    given()
        .redirects()
        .follow(false)
        .get("/sections/C.37")
        .then()
        .statusCode(303)
        .header("Location", Matchers.endsWith("/sections/C.38"));
    JsonPath gone = given().get("/api/v1/records/" + lines).jsonPath();
    assertThat(gone.getString("stage")).isEqualTo("WITHDRAWN");
    assertThat(gone.getString("attributes.reference")).isEqualTo(lines);
    assertThat(
            given().get("/api/v1/records/" + lines + "/history").jsonPath().getList("items.kind"))
        .contains("RENUMBERED", "STAGE_CHANGED");
    assertThat(given().get("/records/" + lines).asString())
        .contains("Renumbered from C.37 to " + lines);
  }

  /// Who wrote “C.71 / C.71.4” may have meant a new section of what C.71 was then.
  @Test
  void whatIsFoundByItsNumberAloneIsAskedAboutWhereItsSectionIsAnother() {
    String first =
        two.created(Drafts.of("section").with("reference", "C.71").with("title", "Pumps"));
    String second =
        two.created(Drafts.of("section").with("reference", "C.72").with("title", "Valves"));
    String third =
        two.created(
            Drafts.of("section")
                .with("reference", "C.72.4")
                .with("title", "Old valves")
                .below("C.72"));
    renumbered(first, "C.73");
    renumbered(second, "C.71");
    renumbered(third, "C.71.4");

    int id = planned("Sections.csv", "Section,Reference,Title\nC.71,C.71.4,New pumps\n");

    JsonPath plan = given().get("/api/v1/imports/" + id).jsonPath();
    assertThat(plan.getList("changes.guards")).containsExactly(List.of("PASSED_REFERENCE"));
    assertThat(plan.getList("changes.chosen")).containsExactly(false);
  }

  @Test
  void soDoesWhatStandsBelowIt() {
    String annex =
        two.created(Drafts.of("clause").with("reference", "Annex 41").with("title", "Ladders"));
    two.created(
        Drafts.of("clause").with("reference", "(a)").with("title", "Deep").below("Annex 41"));
    renumbered(annex, "Annex 42");
    int id =
        planned(
            "Clauses.csv",
            """
            Section,Reference,Title
            ,Annex 41,Lines
            Annex 41,(a),Deep lines
            """);
    choose(id, ALL_SUCH);
    apply(id).then().statusCode(200);
    assertThat(two.record(two.key("Annex 41 / (a)")).head().title()).isEqualTo("Deep lines");

    assertThat(api().body(NOTE).post("/api/v1/imports/" + id + "/undo").statusCode())
        .isEqualTo(200);
    assertThat(naming.of("Annex 41").one().orElseThrow().name()).isEqualTo("Annex 42");
    assertThat(naming.of("Annex 41 / (a)").one().orElseThrow().name()).isEqualTo("Annex 42 / (a)");
  }
}
