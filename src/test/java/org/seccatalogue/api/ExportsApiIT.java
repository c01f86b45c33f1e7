package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class ExportsApiIT {

  private RequestSpecification api() {
    return given();
  }

  @Test
  void aSectionGoesOutWithASheetForEachTypeBelowIt() throws IOException {
    Response response = api().queryParam("section", "C.4.1").get("/api/v1/exports/records.xlsx");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"sec-c-4-1.xlsx\"");
    assertThat(sheets(response))
        .containsExactly(
            "About this workbook",
            "Electricity meter specs",
            "Gas meter specifications",
            "WAN comms unit specifications",
            "In-home display specifications",
            "HAN device specs",
            "Sections",
            "Drafting notes",
            "Code interactions",
            "Lists");
  }

  @Test
  void theFiltersAreThoseOfTheListOfRecords() throws IOException {
    Map<String, List<String>> filters =
        Map.of(
            "type", List.of("electricity-meter-spec"),
            "section", List.of("C.4.1.a"),
            "attribute", List.of("fuel:E"));
    List<String> listed =
        api().queryParams(filters).get("/api/v1/records").jsonPath().getList("items.key");

    Response response = api().queryParams(filters).get("/api/v1/exports/records.xlsx");

    List<Row> rows = rows(response, "Electricity meter specs");
    assertThat(listed).isNotEmpty();
    assertThat(rows.stream().skip(1).map(row -> row.getCellText(0)).toList()).isEqualTo(listed);
  }

  @Test
  void aTemplateHasTheHeadersAndNoRecords() throws IOException {
    Response response =
        api()
            .queryParam("type", "drafting-note")
            .queryParam("template", true)
            .get("/api/v1/exports/records.xlsx");

    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"sec-drafting-note-template.xlsx\"");
    assertThat(sheets(response)).containsExactly("About this workbook", "Drafting notes", "Lists");
    assertThat(rows(response, "Drafting notes")).hasSize(1);
    assertThat(texts(rows(response, "Drafting notes").getFirst()))
        .startsWith("Key", "Section", "Stage")
        .endsWith("Revision", "Digest");
  }

  @Test
  void aCsvFileStartsWithItsMarkAndHeaders() {
    Response response =
        api().queryParam("type", "drafting-note").get("/api/v1/exports/records.csv");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"drafting-note.csv\"");
    assertThat(response.asString()).startsWith("\uFEFFKey,Section,Stage,");
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    Response csv = api().queryParam("stage", "ASLEEP").get("/api/v1/exports/records.csv");
    assertThat(csv.statusCode()).isEqualTo(400);
    assertThat(csv.jsonPath().getList("findings.code"))
        .containsExactly("UNKNOWN_CODE", "MISSING_VALUE");

    Response workbook =
        api()
            .queryParam("type", "hat")
            .queryParam("section", "Z.9")
            .get("/api/v1/exports/records.xlsx");
    assertThat(workbook.statusCode()).isEqualTo(400);
    assertThat(workbook.jsonPath().getList("findings.code"))
        .containsExactly("UNKNOWN_TYPE", "UNKNOWN_RECORD");
  }

  private static List<String> sheets(Response response) throws IOException {
    try (ReadableWorkbook workbook = workbook(response)) {
      return workbook.getSheets().map(Sheet::getName).toList();
    }
  }

  private static List<Row> rows(Response response, String sheet) throws IOException {
    try (ReadableWorkbook workbook = workbook(response);
        Stream<Row> rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
      return rows.toList();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().filter(Objects::nonNull).map(Cell::getText).toList();
  }

  private static ReadableWorkbook workbook(Response response) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(response.asByteArray()));
  }
}
