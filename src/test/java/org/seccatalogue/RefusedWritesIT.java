package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.testkit.TestDatabase;

/// Whatever the database refuses, at once or when the transaction ends, is a conflict and no
/// failure of the catalogue, wherever it happens.
@QuarkusTest
@NullUnmarked
class RefusedWritesIT {

  private static final String PROFILES = "/api/v1/import-profiles/";

  @Inject Revisions revisions;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String schema;

  private Connection other;

  @BeforeEach
  void connect() throws SQLException {
    other = TestDatabase.asOwner();
    execute("set search_path = " + schema);
    execute(
        """
        create function refuse_profile() returns trigger language plpgsql as $$
        begin
          raise exception 'refused' using errcode = 'check_violation', constraint = 'refused';
        end $$
        """);
    execute(
        "create trigger refused_at_once before insert on import_profile for each row"
            + " when (new.label = 'at once') execute function refuse_profile()");
    execute(
        "create constraint trigger refused_at_the_end after insert on import_profile deferrable"
            + " initially deferred for each row when (new.label = 'at the end')"
            + " execute function refuse_profile()");
    execute(
        "create trigger refused_later before update on import_profile for each row"
            + " execute function refuse_profile()");
  }

  @AfterEach
  void leave() throws SQLException {
    if (!other.getAutoCommit()) {
      other.rollback();
      other.setAutoCommit(true);
    }
    execute("drop function refuse_profile() cascade");
    other.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"at once", "at the end"})
  void theApiAnswersAConflict(String label) {
    save(label, label.replace(' ', '-'))
        .then()
        .statusCode(409)
        .body("title", equalTo("Somebody else was faster"))
        .body("findings.code", contains("MOVED"));
    given().get(PROFILES + label.replace(' ', '-')).then().statusCode(404);
  }

  @Test
  void aPageAnswersAConflict() {
    save("Kept", "kept").then().statusCode(201);

    given()
        .contentType(ContentType.URLENC)
        .formParam("seen", 1)
        .post("/imports/profiles/kept/remove")
        .then()
        .statusCode(409)
        .contentType(ContentType.HTML)
        .body(containsString("The record has changed"));
    given().get(PROFILES + "kept").then().statusCode(200);
  }

  private static Response save(String label, String name) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            "{\"label\":\""
                + label
                + "\",\"sheets\":[{\"sheet\":\"S\",\"type\":\"security-requirement\","
                + "\"columns\":[{\"header\":\"Text\",\"attributes\":\"requirement_text\"}]}]}")
        .put(PROFILES + name);
  }

  @Test
  void aReferenceThatSomebodyTakesMeanwhileIsAFinding() throws Exception {
    String key = revisions.named("C.4.1.a").orElseThrow().key().toString();
    other.setAutoCommit(false);
    execute("update record set reference = 'C.9.taken' where key = '" + key + "'");

    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(
            () ->
                given()
                    .contentType(ContentType.JSON)
                    .body(
                        "{\"type\":\"section\",\"attributes\":{\"reference\":\"C.9.taken\","
                            + "\"title\":\"Taken\"}}")
                    .post("/api/v1/records"));
    awaitWaiting();
    other.commit();
    other.setAutoCommit(true);

    answer
        .get(60, TimeUnit.SECONDS)
        .then()
        .statusCode(422)
        .body("findings.code", contains("DUPLICATE"));
    execute("update record set reference = 'C.4.1.a' where key = '" + key + "'");
  }

  @Test
  void aMoveThatWaitsForAnotherHoldsNoRecord() throws Exception {
    String section = section("C.9.holds", null);
    String moved = section("C.9.holds.1", "C.9.holds");
    other.setAutoCommit(false);
    execute("select pg_advisory_xact_lock(2012)");

    CompletableFuture<Response> answer = saved(moved, "\"parent\":\"C.4\",", "C.9.holds.1");
    awaitWaiting();
    execute("select key from record where key = '" + moved + "' for update nowait");
    other.rollback();
    other.setAutoCommit(true);

    answer.get(60, TimeUnit.SECONDS).then().statusCode(200);
    assertThat(revisions.named("C.9.holds.1").orElseThrow().parent()).isNotNull();
    assertThat(section).isNotEqualTo(moved);
  }

  @Test
  void aPlaceBesideARecordThatLeavesMeanwhileIsAConflict() throws Exception {
    String section = section("C.9.left", null);
    String one = section("C.9.left.1", "C.9.left");
    String leaving = section("C.9.left.2", "C.9.left");
    String elsewhere = revisions.named("C.4").orElseThrow().key().toString();
    other.setAutoCommit(false);
    execute("select key from record where key = '" + section + "' for update");
    execute(
        "update record r set parent = p.key, position = 99999999,"
            + " path = p.path || '.' || lpad(to_hex(99999999), 8, '0') from record p"
            + " where r.key = '%s' and p.key = '%s'".formatted(leaving, elsewhere));

    CompletableFuture<Response> answer =
        saved(one, "\"parent\":\"C.9.left\",\"after\":\"C.9.left.2\",", "C.9.left.1");
    awaitWaiting();
    other.commit();
    other.setAutoCommit(true);

    answer
        .get(60, TimeUnit.SECONDS)
        .then()
        .statusCode(409)
        .body("title", equalTo("Somebody else was faster"))
        .body("findings.code", contains("MOVED"));
  }

  private static String section(String reference, String parent) {
    String below = parent == null ? "" : "\"parent\":\"" + parent + "\",";
    return given()
        .contentType(ContentType.JSON)
        .body(body(below, reference))
        .post("/api/v1/records")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private static String body(String place, String reference) {
    return "{\"type\":\"section\","
        + place
        + "\"attributes\":{\"reference\":\""
        + reference
        + "\",\"title\":\"A section\"}}";
  }

  private static CompletableFuture<Response> saved(String key, String place, String reference) {
    return CompletableFuture.supplyAsync(
        () ->
            given()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1.1\"")
                .body(body(place, reference))
                .put("/api/v1/records/" + key));
  }

  /// Until the application waits for what this connection holds.
  private void awaitWaiting() throws SQLException {
    try (Connection observer = TestDatabase.asOwner();
        Statement statement = observer.createStatement()) {
      boolean waits = false;
      while (!waits) {
        try (ResultSet row =
            statement.executeQuery("select exists (select from pg_locks where not granted)")) {
          assertThat(row.next()).isTrue();
          waits = row.getBoolean(1);
        }
        LockSupport.parkNanos(1_000_000);
      }
    }
  }
}
