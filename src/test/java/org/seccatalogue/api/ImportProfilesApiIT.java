package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.workbook.Layouts;

/// A program maps a stranger's workbook as a person does on the pages.
@QuarkusTest
@NullUnmarked
class ImportProfilesApiIT {

  private static final String PROFILES = "/api/v1/import-profiles/";

  @TempDir Path folder;

  private static RequestSpecification api() {
    return given();
  }

  @Test
  void aSuggestionIsSavedReplacedUsedAndRemoved() throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("controls.xlsx"),
            new Layouts.Named("Revision 7", Layouts.controls("Q")));
    String suggestion =
        api()
            .multiPart("file", file.toFile())
            .post("/api/v1/import-suggestions")
            .then()
            .statusCode(200)
            .body("profile.sheets[0].type", equalTo("security-requirement"))
            .body("sheets[0].rows", equalTo(20))
            .body(
                "sheets[0].headings.label",
                contains("Section", "Title", "Requirement", "Rationale"))
            .body("sheets[0].lines[0].values[1]", equalTo("AUQ-1 Policy and Procedures"))
            .body("sheets[0].findings.code", hasItem("MISSING_COLUMN"))
            .extract()
            .path("profile.label")
            .toString();
    String profile =
        "{\"label\":\""
            + suggestion
            + "\",\"sheets\":[{\"sheet\":\"Revision 7\",\"type\":\"security-requirement\","
            + "\"columns\":[{\"header\":\"Control Text\",\"attributes\":\"requirement_text\"}]}]}";

    put(profile, null, 201).header("ETag", equalTo("\"1\"")).body("version", equalTo(1));
    put(profile, null, 428);
    put(profile, "\"1\"", 200).header("ETag", equalTo("\"2\""));
    put(profile, "\"1\"", 412);
    put(profile, "2", 400);
    put("{\"label\":\"x\"}", "\"2\"", 422).body("findings.pointer", contains("/sheets"));
    api().get(PROFILES + "controls").then().statusCode(200).body("saved", equalTo(true));
    api().get("/api/v1/import-profiles").then().body("items.name", hasItem("sec-part-c"));
    api()
        .multiPart("file", file.toFile())
        .multiPart("profile", "controls")
        .post("/api/v1/imports")
        .then()
        .statusCode(201)
        .body("profile", equalTo("controls"))
        .body("rows", equalTo(20));
    api().header("If-Match", "\"2\"").delete(PROFILES + "controls").then().statusCode(204);
    api().get(PROFILES + "controls").then().statusCode(404);
    api().header("If-Match", "\"1\"").delete(PROFILES + "sec-part-c").then().statusCode(409);
  }

  @Test
  void placesInASectionAreSuggestedAndShown() throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("order.xlsx"),
            new Layouts.Named(
                "Electricity meter specs",
                List.of(
                    List.of("Title", "Section", "Place in section"),
                    List.of("Load limit", "C.4.1.a", "after ESM-0001"),
                    List.of("Load switch", "C.4.1.a", "first"))));

    api()
        .multiPart("file", file.toFile())
        .post("/api/v1/import-suggestions")
        .then()
        .statusCode(200)
        .body(
            "profile.sheets[0].columns.find { it.header == 'Place in section' }.as",
            equalTo("place"))
        .body("sheets[0].headings.label", contains("Section", "Title", "Place in section"))
        .body("sheets[0].lines.collect { it.values[2] }", contains("after ESM-0001", "first"));
  }

  @Test
  void whatIsNoWorkbookGetsOneClearFinding() {
    api()
        .multiPart(
            "file", "list.xlsx", "%PDF-1.4 x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/import-suggestions")
        .then()
        .statusCode(422)
        .body("findings.code", contains("UNREADABLE_FILE"))
        .body("findings.found", contains("a PDF document"));
  }

  private static io.restassured.response.ValidatableResponse put(
      String body, String ifMatch, int status) {
    RequestSpecification request = api().contentType("application/json").body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put(PROFILES + "controls")
        .then()
        .statusCode(status);
  }
}
