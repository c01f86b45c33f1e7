package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.StoredRecord;
import org.seccatalogue.testkit.Setting;
import org.seccatalogue.testkit.TestDatabase;

/// Whoever meets what another one holds for long is told so, and does not wait for ever.
@QuarkusTest
@Setting(name = "catalogue.writing.patience", value = "0.2S")
@NullUnmarked
class BusyCatalogueIT {

  @Inject Revisions revisions;

  @ConfigProperty(name = "quarkus.flyway.default-schema")
  String schema;

  private Connection other;
  private StoredRecord section;

  @BeforeEach
  void hold() throws SQLException {
    section = revisions.named("C.4.1.a").orElseThrow();
    other = TestDatabase.asOwner();
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute("set search_path = " + schema);
      statement.execute("select from record where key = '" + section.key() + "' for update");
    }
  }

  @AfterEach
  void leave() throws SQLException {
    other.rollback();
    other.close();
  }

  @Test
  void aNewRecordBelowIt() {
    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"type\":\"section\",\"parent\":\"C.4.1.a\",\"attributes\":"
                + "{\"reference\":\"C.4.1.a.busy\",\"title\":\"Busy\"}}")
        .post("/api/v1/records")
        .then()
        .statusCode(409)
        .body("title", equalTo("Somebody else was faster"))
        .body("findings.code", contains("MOVED"));
  }

  @Test
  void aChangeOfIt() {
    given()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"" + section.version() + "\"")
        .body(
            "{\"type\":\"section\",\"parent\":\""
                + section.parent()
                + "\",\"attributes\":{\"reference\":\"C.4.1.a\",\"title\":\"Busy\"}}")
        .put("/api/v1/records/" + section.key())
        .then()
        .statusCode(409)
        .body("findings.code", contains("MOVED"));
  }
}
