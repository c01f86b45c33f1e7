package org.seccatalogue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.testkit.Installation;
import org.seccatalogue.testkit.Meters;
import org.seccatalogue.testkit.Proof;

/// Runs the packaged application with little memory, and kills it while it reads a workbook and
/// while it applies one.
@Tag("process")
@NullUnmarked
class KilledImportIT {

  private static final int ROWS = Proof.count(1_000, 6_000);
  private static final int MANY = Proof.count(8_000, 40_000);

  @TempDir Path folder;
  private Installation application;

  @Test
  void allOfAnImportIsThereOrNone() throws Exception {
    Path many = Meters.write(folder.resolve("many.xlsx"), "Many", MANY);
    Path workbook = Meters.write(folder.resolve("killed.xlsx"), "Meter", ROWS);

    start();
    JsonPath reading = sent(many, "respond-async").jsonPath();
    untilAtWork(reading.getLong("job.id"), "Reading the rows");
    application.kill();

    start();
    assertThat(ended(reading.getLong("job.id"))).isEqualTo("DIED");
    assertThat(state(reading.getLong("id"))).isEqualTo("STOPPED");
    assertThat(rowsOf(reading.getLong("id"))).isZero();
    assertThat(filesOfJobs()).isEmpty();
    long id = sent(workbook, "wait=60").jsonPath().getLong("id");
    long applying = applied(id, "respond-async").jsonPath().getLong("job.id");
    untilAtWork(applying, "Writing the records");
    application.kill();

    start();
    assertAllOrNone(id, applying, workbook);
    // Between the beginning and the end of the work, or after it, as the machine will have it.
    if (state(id).equals("PLANNED")) {
      applying = applied(id, "respond-async").jsonPath().getLong("job.id");
      application.kill();
      start();
      assertAllOrNone(id, applying, workbook);
    }
    application.kill();
  }

  private void assertAllOrNone(long id, long job, Path workbook) {
    String end = ended(job);
    assertThat(end).isIn("DIED", "DONE");
    assertThat(state(id)).isEqualTo(end.equals("DONE") ? "APPLIED" : "PLANNED");
    assertThat(rowsThere(workbook)).isEqualTo(end.equals("DONE") ? ROWS : 0);
  }

  /// How many rows of the workbook the catalogue holds, all with the same content.
  private int rowsThere(Path workbook) {
    JsonPath plan = sent(workbook, "wait=60").jsonPath();
    assertThat(plan.getInt("changed")).isZero();
    return plan.getInt("same");
  }

  private RequestSpecification api() {
    return application.given().contentType(ContentType.JSON);
  }

  private Response sent(Path workbook, String prefer) {
    return application
        .given()
        .header("Prefer", prefer)
        .multiPart("file", new File(workbook.toString()))
        .post("/api/v1/imports");
  }

  private Response applied(long id, String prefer) {
    return api()
        .header("Prefer", prefer)
        .body("{\"note\": \"Killed\"}")
        .post("/api/v1/imports/" + id + "/apply");
  }

  /// Asks until a job is in a phase, or has ended.
  private void untilAtWork(long job, String phase) {
    JsonPath now;
    do {
      now = api().get("/api/v1/jobs/" + job).jsonPath();
    } while (List.of("QUEUED", "RUNNING").contains(now.getString("state"))
        && !now.getString("phase").equals(phase));
  }

  /// How a job ended; asks until it has.
  private String ended(long job) {
    return api().header("Prefer", "wait=60").get("/api/v1/jobs/" + job).jsonPath().get("state");
  }

  private String state(long id) {
    return api().get("/api/v1/imports/" + id).jsonPath().get("import.state");
  }

  private int rowsOf(long id) {
    JsonPath found = api().get("/api/v1/imports/" + id).jsonPath();
    return found.getList("changes").size() + found.getList("findings").size();
  }

  private List<String> filesOfJobs() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void start() throws IOException, InterruptedException {
    application =
        Installation.start(
            folder,
            List.of(
                "-Xmx512m",
                "-Dcatalogue.example-baseline=false",
                "-Dcatalogue.database.directory=" + folder.resolve("database"),
                "-Dcatalogue.import.uploads=" + folder.resolve("uploads")));
  }

  @AfterEach
  void stopTheServer() throws IOException {
    application.kill();
    Installation.stopServer(folder.resolve("database"));
  }
}
