package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seccatalogue.testkit.Freezer;

/// Rows go out, something is typed over or emptied in one of them, and they come back.
@QuarkusTest
@NullUnmarked
class ReturnedRowsIT {

  private static final String KEY = "ESM-0001";

  @Inject Freezer freezer;

  private static JsonPath sent(String name, byte[] file) {
    String id =
        given()
            .multiPart("file", name, file)
            .post("/api/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id")
            .toString();
    return given().get("/api/v1/imports/" + id).then().statusCode(200).extract().jsonPath();
  }

  /// Exports the electricity meters and sends them back with one cell of one of them changed.
  private static JsonPath changed(String column, String text) {
    String exported =
        given().get("/api/v1/exports/records.csv?type=electricity-meter-spec").asString();
    return sent(
        "electricity-meter-spec.csv",
        edited(exported, column, text).getBytes(StandardCharsets.UTF_8));
  }

  private static String edited(String csv, String column, String text) {
    List<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(csv.replaceFirst("^\uFEFF", "")).stream().toList();
    int at = rows.getFirst().getFields().indexOf(column);
    assertThat(at).as(rows.getFirst().toString()).isNotNegative();
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(out)) {
      for (CsvRecord row : rows) {
        List<String> cells = new ArrayList<>(row.getFields());
        if (cells.contains(KEY)) {
          cells.set(at, text);
        }
        writer.writeRecord(cells);
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  private static List<Map<String, Object>> findings(JsonPath told) {
    return told.getList("findings");
  }

  @Test
  void aRowThatIsWrongIsNotMissing() {
    JsonPath told = changed("Priority *", "Nonsense");
    assertThat(told.getString("import.state")).isEqualTo("REFUSED");
    assertThat(findings(told)).extracting(one -> one.get("code")).containsExactly("UNKNOWN_CODE");
    assertThat(told.getInt("import.missing")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"Section,the record stays where it is", "Stage,the record stays at its own"})
  void anEmptyCellThatMovesNothingIsToldOf(String column, String words) {
    JsonPath told = changed(column, "");
    assertThat(told.getString("import.state")).isEqualTo("PLANNED");
    assertThat(told.getInt("import.changed")).isZero();
    assertThat(findings(told))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.get("code")).isEqualTo("EMPTIES");
              assertThat(one.get("severity")).isEqualTo("WARNING");
              assertThat(String.valueOf(one.get("expected"))).contains(words);
            });
  }

  @Test
  void anotherRevisionIsToldOfAtItsCell() {
    JsonPath told = changed("Revision", "7");
    assertThat(told.getString("import.state")).isEqualTo("REFUSED");
    assertThat(findings(told))
        .singleElement()
        .satisfies(one -> assertThat(String.valueOf(one.get("found"))).isEqualTo("7"));
  }

  @Test
  void whatIsPublishedIsToRead() {
    freezer.freeze("SEC v0.01", "2011-11-30");
    JsonPath told =
        sent(
            "records.xlsx",
            given()
                .header("Prefer", "wait=60")
                .get("/api/v1/baselines/sec-v0.01/records.xlsx")
                .asByteArray());
    assertThat(told.getString("import.state")).isEqualTo("REFUSED");
    assertThat(findings(told))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.get("found")).isEqualTo("SEC v0.01");
              assertThat(String.valueOf(one.get("expected")))
                  .contains("export them from the draft");
            });
  }
}
