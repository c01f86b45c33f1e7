package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.workbook.HiddenParts;

/// What a file was recognised as is said, and can be chosen otherwise.
@QuarkusTest
@NullUnmarked
class ImportReadingIT {

  @Inject CatalogueSchema schema;

  private static final byte[] TEXT =
      "Reference;Title;Section\nC.84;Zähler;C\n".getBytes(Charset.forName("windows-1252"));

  private static ValidatableResponse read(String name, byte[] file, Map<String, String> choices) {
    RequestSpecification request = given().multiPart("file", name, file);
    choices.forEach(request::multiPart);
    return request.post("/api/v1/imports").then();
  }

  private static void titleIs(ValidatableResponse read, String title) {
    String id = read.statusCode(201).extract().path("id").toString();
    given().get("/api/v1/imports/" + id).then().body("changes[0].title", equalTo(title));
  }

  @Test
  void aTextFileIsReadAsRecognised() {
    ValidatableResponse read =
        read("sections.csv", TEXT, Map.of())
            .body("state", equalTo("PLANNED"))
            .body("reading.format", equalTo("CSV"))
            .body("reading.encoding", equalTo("windows-1252"))
            .body("reading.marked", equalTo(false))
            .body("reading.separator", equalTo(";"))
            .body("reading.quote", equalTo("\""));
    titleIs(read, "Zähler");

    read(
            "sections.csv",
            "\uFEFFTitle,Section\nMarked,C\n".getBytes(StandardCharsets.UTF_8),
            Map.of())
        .body("reading.encoding", equalTo("UTF-8"))
        .body("reading.marked", equalTo(true))
        .body("reading.separator", equalTo(","));
  }

  @Test
  void theNameOfATextFileCounts() {
    byte[] file = "Reference,Title,Section\nC.84,Lines,C\n".getBytes(StandardCharsets.UTF_8);
    for (String name : List.of("ladders.csv", "ladders.tsv")) {
      String id =
          read(name, file, Map.of())
              .body("state", equalTo("REFUSED"))
              .extract()
              .path("id")
              .toString();
      given()
          .get("/api/v1/imports/" + id)
          .then()
          .body("findings.code", equalTo(List.of("UNKNOWN_SHEET")))
          .body(
              "findings[0].message",
              equalTo(
                  "Found “ladders”, expected a file named after a record type, such as “%s.csv”"
                      .concat(
                          " (rename it, and send it again), or a profile that says what it holds.")
                      .formatted(schema.types().getFirst().plural())));
    }
  }

  @Test
  void aTextFileIsReadAsChosen() {
    ValidatableResponse read =
        read("sections.csv", TEXT, Map.of("encoding", "IBM850", "separator", ";", "quote", "'"))
            .body("reading.encoding", equalTo("IBM850"))
            .body("reading.quote", equalTo("'"));
    titleIs(read, "Zõhler");

    read("sections.csv", TEXT, Map.of("separator", "|"))
        .body("state", equalTo("REFUSED"))
        .body("reading.separator", equalTo("|"));
  }

  @Test
  void whatIsHiddenIsReadAsChosen() {
    byte[] file = HiddenParts.workbook();
    read("hidden.xlsx", file, Map.of())
        .statusCode(201)
        .body("rows", equalTo(2))
        .body("reading.format", equalTo("XLSX"))
        .body("reading.encoding", nullValue())
        .body("reading.hiddenSheets", equalTo(false))
        .body("reading.hiddenRows", equalTo(true))
        .body("reading.hiddenColumns", equalTo(true));
    read("hidden.xlsx", file, Map.of("hiddenSheets", "true")).body("rows", equalTo(3));
    read("hidden.xlsx", file, Map.of("hiddenRows", "false")).body("rows", equalTo(1));
  }

  @Test
  void aSuggestionSaysHowTheFileWasRead() {
    given()
        .multiPart("file", "sections.csv", TEXT)
        .multiPart("quote", "'")
        .post("/api/v1/import-suggestions")
        .then()
        .statusCode(200)
        .body("reading.format", equalTo("CSV"))
        .body("reading.encoding", equalTo("windows-1252"))
        .body("reading.separator", equalTo(";"))
        .body("reading.quote", equalTo("'"));
  }

  @Test
  void everyChoiceThatIsNoneIsFound() {
    given()
        .multiPart("file", "sections.csv", TEXT)
        .multiPart("encoding", "EBCDIC")
        .multiPart("separator", ".")
        .multiPart("hiddenRows", "perhaps")
        .post("/api/v1/import-suggestions")
        .then()
        .statusCode(400)
        .body("findings.parameter", containsInAnyOrder("encoding", "separator", "hiddenRows"))
        .body("findings.expected", hasItem("one of true false"))
        .body("findings.expected", hasItem("one of , ; (tab) |"));
  }
}
