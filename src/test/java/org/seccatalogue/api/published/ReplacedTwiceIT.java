package org.seccatalogue.api.published;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Freezer;

/// Readers are led to what is valid now, however often that was replaced.
@QuarkusTest
class ReplacedTwiceIT {

  @Inject Freezer freezer;

  private static void withdraw(String key, String replacement) {
    given()
        .contentType(ContentType.JSON)
        .header("If-Match", given().get("/api/v1/records/" + key).header("ETag"))
        .body(Map.of("note", "Said twice", "replacedBy", replacement))
        .post("/api/v1/records/" + key + "/withdrawal")
        .then()
        .statusCode(200);
  }

  @Test
  void theLastOneIsNamed() {
    freezer.freeze("SEC v0.01", "2011-11-30");
    withdraw("ESM-0005", "ESM-0006");
    withdraw("ESM-0006", "ESM-0007");
    freezer.freeze("SEC v0.02", "2011-12-31");
    for (String key : List.of("ESM-0005", "ESM-0006")) {
      given()
          .get("/api/v1/baselines/sec-v0.01/records/" + key + "/standing")
          .then()
          .statusCode(200)
          .body("replacedBy.key", equalTo("ESM-0007"));
    }
  }
}
