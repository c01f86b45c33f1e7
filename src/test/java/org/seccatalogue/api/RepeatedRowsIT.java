package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.workbook.Layouts;

/// A record twice in a workbook is refused with its rows, and all of it can be looked at.
@QuarkusTest
@NullUnmarked
class RepeatedRowsIT {

  @TempDir Path folder;

  @Test
  void aKeyTwiceOnASheet() throws IOException {
    refused(
        "ESM.csv",
        Files.writeString(folder.resolve("ESM.csv"), "Key,Title\nESM-0003,X\nESM-0003,Y\n"),
        "sheet “ESM”, cell A2",
        "sheet “ESM”, cell A3");
  }

  @Test
  void aKeyOnTwoSheets() throws IOException {
    Path file =
        Layouts.write(
            folder.resolve("two.xlsx"),
            new Layouts.Named("ESM", List.of(List.of("Key", "Title"), List.of("ESM-0003", "X"))),
            new Layouts.Named(
                "Electricity meter specs",
                List.of(List.of("Key", "Title"), List.of("ESM-0003", "Y"))));
    refused("two.xlsx", file, "sheet “ESM”, cell A2", "sheet “Electricity meter specs”, cell A2");
  }

  @Test
  void aTitleTwiceOnASheet() throws IOException {
    String title = given().get("/api/v1/records/ESM-0003").path("attributes.title");
    Path file =
        Layouts.write(
            folder.resolve("titles.xlsx"),
            new Layouts.Named(
                "ESM",
                List.of(
                    List.of("Title", "Rationale"),
                    List.of(title, "Because of one thing"),
                    List.of(title, "Because of another"))));
    refused("titles.xlsx", file, "sheet “ESM”, cell A2", "sheet “ESM”, cell A3");
  }

  private void refused(String name, Path file, String first, String second) throws IOException {
    Response made =
        given().multiPart("file", name, Files.readAllBytes(file)).post("/api/v1/imports");
    assertThat(made.statusCode()).isEqualTo(201);
    int id = made.path("id");
    Response plan = given().get("/api/v1/imports/" + id);

    assertThat(plan.statusCode()).isEqualTo(200);
    assertThat(plan.<String>path("import.state")).isEqualTo("REFUSED");
    assertThat(plan.<List<String>>path("changes.key")).startsWith("ESM-0003", "ESM-0003");
    assertThat(plan.<List<Map<String, Object>>>path("findings"))
        .extracting(finding -> finding.get("place") + " " + finding.get("code"))
        .containsExactly(first + " DUPLICATE", second + " DUPLICATE");
    Response page = given().get("/imports/" + id);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("id=\"row-1\"", "id=\"row-2\"");
  }
}
