package org.seccatalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class HealthIT {

  @Test
  void isReadyWithItsDatabasesAndRoomForFiles() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", is("UP"))
        .body(
            "checks.name",
            containsInAnyOrder("Database connections health check", "Temporary files"))
        .body("checks.status", everyItem(is("UP")));
  }

  @Test
  void isAliveWhileItLooksForJobs() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.name", containsInAnyOrder("Jobs"));
    given().get("/q/health/started").then().statusCode(200);
  }
}
