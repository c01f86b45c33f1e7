package org.seccatalogue.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Drafts;

/// A workbook states how all is to be in the end: what only one record may have can be exchanged.
@QuarkusTest
@NullUnmarked
class ExchangedValuesIT {

  @Inject TwoPeople two;

  private String code(String abbreviation, String title) {
    return two.created(
        Drafts.of("existing-code")
            .with("reference", abbreviation)
            .with("title", title)
            .below("R.1"));
  }

  private static JsonPath planned(List<String> rows) {
    String file = rows.stream().collect(Collectors.joining("\n", "Key,reference,title\n", "\n"));
    int id =
        given()
            .header("Prefer", "wait=60")
            .multiPart("file", "existing-code.csv", file.getBytes(UTF_8))
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return given().get("/api/v1/imports/" + id).jsonPath();
  }

  private static Response apply(JsonPath plan) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("note", "As agreed"))
        .post("/api/v1/imports/" + plan.getInt("import.id") + "/apply");
  }

  private static Response undo(JsonPath plan) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("note", "As before"))
        .post("/api/v1/imports/" + plan.getInt("import.id") + "/undo");
  }

  private static Response leaveOut(JsonPath plan, int row) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("chosen", false, "rows", List.of(row)))
        .put("/api/v1/imports/" + plan.getInt("import.id") + "/choice");
  }

  private List<String> references(List<String> keys) {
    return keys.stream().map(key -> two.attribute(key, "reference")).toList();
  }

  @Test
  void twoExchangeTheirsAndBack() {
    List<String> keys = List.of(code("XQA", "First"), code("XQB", "Second"));
    JsonPath plan = planned(List.of(keys.get(0) + ",XQB,First", keys.get(1) + ",XQA,Second"));
    assertThat(plan.getList("findings")).as(plan::prettify).isEmpty();
    assertThat(plan.getInt("import.changed")).isEqualTo(2);
    Response applied = apply(plan);
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(200);
    assertThat(references(keys)).containsExactly("XQB", "XQA");
    assertThat(two.key("XQA")).isEqualTo(keys.get(1));

    Response undone = undo(plan);
    assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
    assertThat(references(keys)).containsExactly("XQA", "XQB");
  }

  @Test
  void threeInARingWithOtherWordsToo() {
    List<String> keys = List.of(code("XRA", "First"), code("XRB", "Second"), code("XRC", "Third"));
    List<String> rows =
        List.of(
            keys.get(0) + ",XRB,First again",
            keys.get(1) + ",XRC,Second",
            keys.get(2) + ",XRA,Third again");
    JsonPath plan = planned(rows);
    assertThat(plan.getList("findings")).as(plan::prettify).isEmpty();
    Response applied = apply(plan);
    assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(200);
    assertThat(references(keys)).containsExactly("XRB", "XRC", "XRA");
    assertThat(two.attribute(keys.get(2), "title")).isEqualTo("Third again");
  }

  @Test
  void whoseRowIsLeftOutKeepsWhatItHas() {
    List<String> keys = List.of(code("XSA", "First"), code("XSB", "Second"));
    JsonPath plan = planned(List.of(keys.get(0) + ",XSB,First", keys.get(1) + ",XSA,Second"));
    leaveOut(plan, plan.getInt("changes[1].number")).then().statusCode(200);
    Response refused = apply(plan);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
    assertThat(refused.<List<String>>path("findings.code")).containsExactly("DUPLICATE");
    assertThat(refused.<List<String>>path("findings.found")).containsExactly("XSB");
    assertThat(refused.<List<String>>path("findings.expected"))
        .containsExactly("a value that no other record has; “Second” has it");
    assertThat(refused.<List<String>>path("findings.sheet")).containsExactly("existing-code");
    assertThat(references(keys)).containsExactly("XSA", "XSB");
  }

  @Test
  void whatIsKeptOrClaimedTwiceIsRefused() {
    List<String> keys = List.of(code("XTA", "First"), code("XTB", "Second"), code("XTC", "Third"));
    JsonPath kept = planned(List.of(keys.get(0) + ",XTB,First", keys.get(1) + ",XTB,Other words"));
    assertThat(kept.getList("findings.cell")).containsExactly("B2");
    assertThat(kept.getList("findings.expected"))
        .containsExactly("a value that no other record has; “Second” has it");
    List<String> rows = new ArrayList<>();
    rows.add(keys.get(0) + ",XTC,First");
    rows.add(keys.get(1) + ",XTC,Second");
    rows.add(keys.get(2) + ",XTD,Third");
    JsonPath twice = planned(rows);
    assertThat(twice.getList("findings.cell")).containsExactly("B2", "B3");
    assertThat(twice.getList("findings.expected"))
        .containsExactly(
            "a value that no other record has; row 3 of “existing-code” has it",
            "a value that no other record has; row 2 of “existing-code” has it");
  }
}
