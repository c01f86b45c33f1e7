package org.seccatalogue.freezing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.PublishedFile;
import org.seccatalogue.baseline.files.PublishedFiles;
import org.seccatalogue.bundle.StandardFiles;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.job.Upkeep;
import org.seccatalogue.testkit.Setting;
import org.seccatalogue.testkit.TestDatabase;

/// Freezing that is left, found again, cancelled and killed, and the files that follow it. While a
/// test has the turn to freeze, what it began waits at work.
@QuarkusTest
@Setting(name = "catalogue.files.ahead", value = "true")
@NullUnmarked
class FreezingJobsIT {

  @SuppressWarnings("InlineFormatString") // beside the other bodies, it reads better
  private static final String BODY =
      """
      {"name": "%s", "dated": "2011-11-30", "waivers": [
        {"code": "PROVISIONAL", "reason": "Policy is open", "by": "Programme"},
        {"code": "NAMES_OUTSIDE", "reason": "Tells nothing", "by": "STEG"}]}
      """;

  @Inject Jobs jobs;
  @Inject Published published;
  @Inject PublishedFiles files;
  @Inject StandardFiles standard;
  @Inject DataSource source;
  @Inject Event<Upkeep> upkeep;

  private Response freeze(String name, String prefer) {
    return given()
        .contentType(ContentType.JSON)
        .header("Prefer", prefer)
        .body(BODY.formatted(name))
        .post("/api/v1/baselines");
  }

  /// The turn to freeze, until it is closed.
  private Connection turn() throws SQLException {
    Connection session = source.getConnection();
    try (Statement statement = session.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('freeze'))");
    }
    return session;
  }

  private static void giveBack(Connection turn) throws SQLException {
    try (turn;
        Statement statement = turn.createStatement()) {
      statement.execute("select pg_advisory_unlock(hashtext('freeze'))");
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getLong(row.getMetaData().getColumnCount());
    }
  }

  private Job ended(long id) {
    return jobs.await(id, java.time.Duration.ofMinutes(5)).orElseThrow();
  }

  /// Waits until a job is at work: asks as people do.
  private JsonPath atWork(long id) {
    JsonPath job;
    do {
      job = given().get("/api/v1/jobs/" + id).jsonPath();
    } while (job.getString("state").equals("QUEUED") || job.getString("phase").isEmpty());
    return job;
  }

  private void assertNothingIsPublished(String id) throws SQLException {
    assertThat(published.find(id)).isEmpty();
    assertThat(number("select count(*) from chosen")).isZero();
  }

  @Test
  void isLeftAndFoundAgainAndHasItsBaselineWhenItIsDone() throws SQLException {
    Connection turn = turn();
    Response begun = freeze("Left", "respond-async");
    assertThat(begun.statusCode()).isEqualTo(202);
    long id = begun.jsonPath().getLong("id");
    assertThat(begun.header("Location")).endsWith("/api/v1/jobs/" + id);
    JsonPath job = atWork(id);
    assertThat(job.getString("kind")).isEqualTo("freeze");
    assertThat(job.getString("phase")).isEqualTo("Waiting until another baseline is frozen");
    assertThat(job.getString("about")).isNull();
    assertThat(given().get("/freeze").asString())
        .contains("/jobs/" + id + "\"", "Left is being frozen");
    String page = given().get("/jobs/" + id).asString();
    assertThat(page).contains("Freezing Left", "Waiting until another baseline is frozen");
    assertThat(published.find("left")).isEmpty();
    giveBack(turn);

    JsonPath done = given().header("Prefer", "wait=60").get("/api/v1/jobs/" + id).jsonPath();
    assertThat(done.getString("state")).isEqualTo("DONE");
    assertThat(done.getString("about")).isEqualTo("/api/v1/baselines/left");
    assertThat(done.getInt("done")).isEqualTo(0);
    assertThat(published.find("left")).isPresent();
    given()
        .redirects()
        .follow(false)
        .get("/jobs/" + id)
        .then()
        .statusCode(303)
        .header("Location", org.hamcrest.Matchers.endsWith("/baselines/left"));
    assertThat(given().get("/freeze").asString()).doesNotContain("Left is being frozen");
  }

  @Test
  void aCancelledOneLeavesNothingPublished() throws SQLException {
    Connection turn = turn();
    long id = freeze("Cancelled", "respond-async").jsonPath().getLong("id");
    atWork(id);
    given().post("/api/v1/jobs/" + id + "/cancel").then().statusCode(202);
    assertThat(ended(id).state()).isEqualTo(JobState.CANCELLED);
    giveBack(turn);
    assertNothingIsPublished("cancelled");
    assertThat(given().get("/freeze?job=" + id).asString()).contains("It was cancelled by ");
    assertThat(freeze("Cancelled", "wait=60").statusCode()).isEqualTo(201);
  }

  /// As when its process was taken for dead, and was not: whatever it still does is undone.
  @Test
  void aKilledOneLeavesNothingPublished() throws SQLException {
    Connection turn = turn();
    long id = freeze("Killed", "respond-async").jsonPath().getLong("id");
    atWork(id);
    number("update job set state = 'DIED', ended_at = now() where id = " + id + " returning id");
    giveBack(turn);
    assertThat(ended(id).state()).isEqualTo(JobState.DIED);
    number("select pg_advisory_xact_lock('job'::regclass::oid::integer, " + id + "::integer), 1");
    assertNothingIsPublished("killed");
  }

  @Test
  void whatStopsItIsFoundAgain() {
    Response stopped =
        given()
            .contentType(ContentType.JSON)
            .body("{\"name\": \"Stopped\", \"dated\": \"2011-11-30\"}")
            .post("/api/v1/baselines");
    assertThat(stopped.statusCode()).isEqualTo(409);
    assertThat(stopped.jsonPath().getList("findings.code")).contains("PROVISIONAL");
    long job = newest();
    String page = given().get("/jobs/" + job).asString();
    assertThat(page)
        .contains("value=\"Stopped\"", "Words that are not agreed", "Prevents freezing");
    assertThat(published.find("stopped")).isEmpty();
  }

  private long newest() {
    try {
      return number("select max(id) from job where kind = 'freeze'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long filesOf(Baseline baseline) throws SQLException {
    return number(
        "select max(id) from job where kind = 'write-files' and subject = " + baseline.number());
  }

  /// Nobody has to start the program again for them.
  @Test
  void filesThatAFaultKeptFromBeingWrittenAreWrittenWithTheNextUpkeep() throws SQLException {
    Connection statistics = heldStatistics();
    assertThat(freeze("Unwritten", "wait=60").statusCode()).isEqualTo(201);
    Baseline baseline = published.find("unwritten").orElseThrow();
    long job = filesOf(baseline);
    number("update job set state = 'DIED', ended_at = now() where id = " + job + " returning id");
    statistics.close();
    number("select pg_advisory_xact_lock('job'::regclass::oid::integer, " + job + "::integer), 1");

    upkeep.fire(new Upkeep(Instant.now()));
    assertThat(filesOf(baseline)).isGreaterThan(job);
    assertThat(ended(filesOf(baseline)).state()).isEqualTo(JobState.DONE);
  }

  /// What is published can be written meanwhile, but not its statistics, with which files begin.
  private static Connection heldStatistics() throws SQLException {
    Connection other = TestDatabase.asOwner();
    other.setAutoCommit(false);
    try (Statement lock = other.createStatement()) {
      lock.execute("lock table published.entry in share update exclusive mode");
    }
    return other;
  }

  @Test
  void theStandardFilesAreThereForEveryNode() throws SQLException {
    assertThat(freeze("Files", "wait=60").statusCode()).isEqualTo(201);
    Baseline baseline = published.find("files").orElseThrow();
    long job = filesOf(baseline);
    assertThat(ended(job).state()).isEqualTo(JobState.DONE);
    List<PublishedFile> all = standard.of(baseline);
    assertThat(all).extracting(PublishedFile::kind).contains(FileKind.BUNDLE, FileKind.WORKBOOK);
    assertThat(all).allMatch(files::isKept);
    assertThat(given().get("/api/v1/jobs/" + job).jsonPath().getString("about"))
        .isEqualTo("/api/v1/baselines/files");
    byte[] bundle = given().get("/api/v1/baselines/files/bundle.zip").asByteArray();
    JsonPath verdict =
        given().multiPart("file", "bundle.zip", bundle).post("/api/v1/verifications").jsonPath();
    assertThat(verdict.getString("verdict")).isEqualTo("AUTHENTIC");
  }
}
