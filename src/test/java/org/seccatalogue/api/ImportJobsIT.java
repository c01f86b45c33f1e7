package org.seccatalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.imports.ImportJobs;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.testkit.HeldTable;
import org.seccatalogue.testkit.Meters;
import org.seccatalogue.testkit.RowInTheWay;
import org.seccatalogue.testkit.TestFolder;
import org.seccatalogue.workbook.ReadingChoices;

/// Imports as jobs, by the API: what a client sees while they run, and what they leave.
@QuarkusTest
@NullUnmarked
class ImportJobsIT {

  private static final Path SAMPLES = Path.of("import", "samples");
  private static final Path UPLOADS = TestFolder.PATH.resolve("uploads");
  private static final int LARGE = 40_000;
  private static final Map<String, Long> NOTHING =
      Map.of("import_change", 0L, "import_link", 0L, "import_finding", 0L, "import_file", 0L);

  @Inject DataSource source;
  @Inject ImportJobs jobs;

  @TempDir Path folder;

  @Test
  void aLargeImportLetsOthersPassAndLeavesNothingWhenItIsCancelled() throws Exception {
    Path large = Meters.write(folder.resolve("large.xlsx"), "Large", LARGE);
    long id;
    long job;
    try (RowInTheWay _ = RowInTheWay.at(LARGE / 2)) {
      Response begun = upload(large, "respond-async");
      assertThat(begun.statusCode()).isEqualTo(202);
      assertThat(begun.<String>path("state")).isEqualTo("READING");
      id = begun.jsonPath().getLong("id");
      job = begun.jsonPath().getLong("job.id");
      assertThat(begun.header("Location")).endsWith("/api/v1/jobs/" + job);
      assertThat(begun.<String>path("job.about")).isEqualTo("/api/v1/imports/" + id);

      for (String page : List.of("/", "/imports", "/trace", "/search?q=meter", "/jobs/" + job)) {
        given().get(page).then().statusCode(200);
      }
      Response small = upload(SAMPLES.resolve("meter-specifications.xlsx"), "wait=60");
      assertThat(small.statusCode()).isEqualTo(201);
      assertThat(small.<Integer>path("created")).isEqualTo(6);
      assertThat(api().get("/api/v1/jobs/" + job).<String>path("state")).isEqualTo("RUNNING");

      api().post("/api/v1/jobs/" + job + "/cancel").then().statusCode(202);
    }
    api()
        .header("Prefer", "wait=60")
        .get("/api/v1/jobs/" + job)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
    api().post("/api/v1/jobs/" + job + "/cancel").then().statusCode(409);
    api()
        .get("/api/v1/imports/" + id)
        .then()
        .body("import.state", equalTo("STOPPED"))
        .body("import.job.state", equalTo("CANCELLED"));
    assertThat(left(id)).isEqualTo(NOTHING);
    assertThat(filesOfJobs()).isEmpty();
    given().get("/imports/" + id).then().statusCode(200).body(containsString("It was cancelled"));
  }

  @Test
  void aCancelledApplicationLeavesThePlanAndNoRecord() throws Exception {
    Path large = Meters.write(folder.resolve("plan.xlsx"), "Cancelled", 5_000);
    Response planned = upload(large, "wait=60");
    assertThat(planned.statusCode()).isEqualTo(201);
    long id = planned.jsonPath().getLong("id");
    Map<String, Long> before = left(id);

    long job;
    try (HeldTable _ = HeldTable.of("revision")) {
      Response applying = apply(id, "respond-async");
      assertThat(applying.statusCode()).isEqualTo(202);
      job = applying.jsonPath().getLong("job.id");
      assertThat(apply(id, "wait=60").statusCode()).isEqualTo(409);
      api().post("/api/v1/jobs/" + job + "/cancel").then().statusCode(202);
    }
    api()
        .header("Prefer", "wait=60")
        .get("/api/v1/jobs/" + job)
        .then()
        .body("state", equalTo("CANCELLED"));

    api().get("/api/v1/imports/" + id).then().body("import.state", equalTo("PLANNED"));
    assertThat(left(id)).isEqualTo(before);
    assertThat(number("select count(*) from record where title like 'Cancelled %'")).isZero();
    assertThat(apply(id, "wait=60").<String>path("state")).isEqualTo("APPLIED");
    assertThat(number("select count(*) from record where title like 'Cancelled %'"))
        .isEqualTo(5_000);
  }

  @Test
  void anImportWhoseProcessIsGoneLeavesItsLineAlone() throws Exception {
    long[] numbers =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Path file = SAMPLES.resolve("meter-specifications.xlsx");
                  long job =
                      jobs.read(
                          "gone.xlsx",
                          file,
                          null,
                          ReadingChoices.USUAL,
                          new ChangeNote("Ada", null));
                  number("update job set state = 'RUNNING', node = '1@gone' where id = " + job);
                  return new long[] {job, number("select max(id) from import")};
                });
    Files.createDirectories(UPLOADS);
    Files.writeString(UPLOADS.resolve("reading-" + numbers[0]), "half");

    api()
        .header("Prefer", "wait=60")
        .get("/api/v1/jobs/" + numbers[0])
        .then()
        .body("state", equalTo("DIED"));
    api().get("/api/v1/imports/" + numbers[1]).then().body("import.state", equalTo("STOPPED"));
    assertThat(left(numbers[1])).isEqualTo(NOTHING);
    assertThat(filesOfJobs()).isEmpty();
  }

  @Test
  void whatIsNoWorkbookIsToldToWhomeverWaitsAndToWhomeverComesBack() {
    Response told =
        given()
            .multiPart("file", "list.xlsx", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports");
    told.then().statusCode(422).body("findings.found", contains("a PDF document"));

    Response begun =
        given()
            .header("Prefer", "respond-async")
            .multiPart("file", "list.xlsx", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/imports");
    assertThat(begun.statusCode()).isEqualTo(202);
    api()
        .header("Prefer", "wait=60")
        .get("/api/v1/jobs/" + begun.<Integer>path("job.id"))
        .then()
        .body("state", equalTo("FAILED"))
        .body("findings.found", contains("a PDF document"));
    given()
        .get("/imports/" + begun.<Integer>path("id"))
        .then()
        .statusCode(200)
        .body(containsString("a PDF document"));
    api().get("/api/v1/jobs/99999999").then().statusCode(404);
    api().post("/api/v1/jobs/99999999/cancel").then().statusCode(404);
  }

  private RequestSpecification api() {
    return given().contentType("application/json");
  }

  private Response upload(Path file, String prefer) {
    return given()
        .header("Prefer", prefer)
        .multiPart("file", file.toFile())
        .post("/api/v1/imports");
  }

  private Response apply(long id, String prefer) {
    return api()
        .header("Prefer", prefer)
        .body("{\"note\": \"Spring issue\"}")
        .post("/api/v1/imports/" + id + "/apply");
  }

  /// How many rows the tables of imports hold of one.
  private Map<String, Long> left(long id) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : NOTHING.keySet()) {
      rows.put(table, number("select count(*) from " + table + " where import_id = " + id));
    }
    return rows;
  }

  private static List<String> filesOfJobs() throws IOException {
    try (Stream<Path> files = Files.list(UPLOADS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("reading-"))
          .toList();
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (!statement.execute()) {
        return statement.getUpdateCount();
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
