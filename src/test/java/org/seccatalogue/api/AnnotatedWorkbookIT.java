package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Office;
import org.seccatalogue.testkit.OfficePresent;
import org.seccatalogue.testkit.Setting;

/// A workbook with mistakes goes in, comes back with these marked, is corrected where they are, and
/// goes in again.
@QuarkusTest
@Setting(name = "catalogue.import.similarity", value = "2")
@OfficePresent
@NullUnmarked
class AnnotatedWorkbookIT {

  private static final String NAME = "meter-specifications-with-mistakes.xlsx";
  private static final Path SAMPLES = Path.of("import", "samples");
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String OURS = "SEC Part C catalogue";

  /// What the cells with mistakes should say.
  private static final Map<String, String> RIGHT =
      Map.of(
          "Electricity meter specs!R2", "ALL",
          "Electricity meter specs!W2", "731 days",
          "Electricity meter specs!A3", "Clock within ten seconds of UTC",
          "Electricity meter specs!Z4", "Y",
          "Electricity meter specs!AE5", "B.5.6 (network responsibilities)",
          "Gas meter specifications!Y3", "15");

  @ConfigProperty(name = "catalogue.import.uploads")
  Path uploads;

  @Inject DataSource database;
  @TempDir Path folder;

  private RequestSpecification api() {
    return given();
  }

  private long imported(Path file) {
    Response response = given().multiPart("file", file.toFile()).post("/api/v1/imports");
    assertThat(response.statusCode()).isEqualTo(201);
    return response.jsonPath().getLong("id");
  }

  private Response workbook(long id) {
    return api().get("/api/v1/imports/{id}/workbook", id);
  }

  @Test
  void whatWasWrongIsCorrectedAndNothingElseIsNew() throws Exception {
    long wrong = imported(SAMPLES.resolve(NAME));
    Response response = workbook(wrong);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo(WORKBOOK);
    assertThat(response.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"meter-specifications-with-mistakes with findings.xlsx\";"
                + " filename*=UTF-8''meter-specifications-with-mistakes%20with%20findings.xlsx");
    Path marked = Files.write(folder.resolve("marked.xlsx"), response.asByteArray());
    List<String> expected = findings(wrong);
    assertThat(expected).hasSize(RIGHT.size());
    assertThat(comments(marked)).containsExactlyInAnyOrderElementsOf(expected);

    Path saved = Office.saved(marked, folder.resolve("office"));
    assertThat(comments(saved)).containsExactlyInAnyOrderElementsOf(expected);

    long good = imported(SAMPLES.resolve("meter-specifications.xlsx"));
    for (Path file : List.of(corrected(marked, "one.xlsx"), corrected(saved, "two.xlsx"))) {
      long again = imported(file);
      assertThat(findings(again)).isEmpty();
      assertThat(changes(again)).isEqualTo(changes(good));
      assertThat(api().get("/api/v1/imports/{id}", again).jsonPath().getInt("import.warnings"))
          .isZero();
    }
  }

  /// The findings on cells, as the comments that they become.
  private List<String> findings(long id) {
    List<Map<String, Object>> findings =
        api()
            .queryParam("limit", 200)
            .get("/api/v1/imports/{id}", id)
            .jsonPath()
            .getList("findings");
    return findings.stream()
        .map(f -> f.get("sheet") + "!" + f.get("cell") + " " + OURS + ", " + words(f))
        .toList();
  }

  private static String words(Map<String, Object> finding) {
    String severity = String.valueOf(finding.get("severity")).toLowerCase(java.util.Locale.ROOT);
    return severity + ": " + finding.get("message");
  }

  private List<Map<String, Object>> changes(long id) {
    return api()
        .queryParam("limit", 200)
        .get("/api/v1/imports/{id}", id)
        .jsonPath()
        .getList("changes");
  }

  private static List<String> comments(Path file) throws IOException {
    List<String> comments = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      workbook.forEach(
          sheet ->
              sheet
                  .getCellComments()
                  .forEach(
                      (at, comment) ->
                          comments.add(
                              sheet.getSheetName()
                                  + "!"
                                  + at.formatAsString()
                                  + " "
                                  + comment.getString().getString())));
    }
    return comments;
  }

  private Path corrected(Path file, String name) throws IOException {
    Path corrected = folder.resolve(name);
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(corrected)) {
      RIGHT.forEach(
          (place, text) -> {
            String sheet = place.substring(0, place.indexOf('!'));
            CellReference at = new CellReference(place.substring(place.indexOf('!') + 1));
            Cell cell =
                workbook
                    .getSheet(sheet)
                    .getRow(at.getRow())
                    .getCell(at.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
            // The library leaves an inline text in place beside a new value.
            cell.setBlank();
            cell.setCellValue(text);
          });
      workbook.write(out);
    }
    return corrected;
  }

  @Test
  void aFileThatIsGoneIsSaidToBe() throws IOException, SQLException {
    Path file = folder.resolve("gone.csv");
    Files.writeString(file, "Nothing,that\nis,known\n");
    long id = imported(file);
    assertThat(workbook(id).statusCode()).isEqualTo(200);
    forget(id);

    Response response = workbook(id);

    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.jsonPath().getMap(""))
        .isEqualTo(
            Map.of(
                "title", "The file of this import is no longer kept",
                "status", 410,
                "detail", "Import the workbook again to get it back with its findings."));
    String page = given().get("/imports/" + id).asString();
    assertThat(page)
        .contains("Your file is no longer kept.")
        .doesNotContain("/api/v1/imports/" + id + "/workbook");
  }

  private void forget(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from import_file where import_id = " + id);
    }
  }

  @Test
  void anImportWithoutFindingsHasNoneMarked() {
    long id = imported(SAMPLES.resolve("sec-part-c.xlsx"));

    assertThat(workbook(id).statusCode()).isEqualTo(404);
    assertThat(workbook(999_999_999L).statusCode()).isEqualTo(404);
  }

  @Test
  void thePageSaysWhatItsUserGets() throws IOException {
    long id = imported(SAMPLES.resolve(NAME));

    String page = given().get("/imports/" + id).asString();

    assertThat(page)
        .contains(
            "href=\"/api/v1/imports/" + id + "/workbook\"",
            "You get your own file back as you sent it, with a comment on each of these cells");
    try (var files = Files.list(uploads)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("copy-"));
    }
  }
}
