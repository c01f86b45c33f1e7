package org.seccatalogue.baseline.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Setting;

/// A key that cannot be moved out of the database, and none to sign with.
@QuarkusTest
@Setting(name = "catalogue.signing.key-file", value = "/nowhere/signing-key.pem")
class KeyStaysIT {

  private static final String MISSING =
      "The key in /nowhere/signing-key.pem cannot be used: there is no such file.";
  private static final String STAYS =
      "The key that signed so far is still in the database, where it should not be: it cannot be"
          + " written to /nowhere/signing-key.pem (";

  @Inject KeyMove move;

  @Test
  void nothingIsRemovedAndPeopleAreTold() throws Exception {
    KeyMoveIT.kept("only", "2011-10-01");
    move.move();
    assertThat(move.trouble().orElseThrow()).startsWith(STAYS);
    assertThat(KeyMoveIT.inDatabase()).isEqualTo(1);
    assertThat(given().get("/freeze").asString()).contains(MISSING).contains(STAYS);
  }

  @Test
  void nothingIsFrozen() {
    given()
        .contentType("application/json")
        .body("{\"name\": \"SEC v9\", \"dated\": \"2011-12-01\"}")
        .post("/api/v1/baselines")
        .then()
        .statusCode(422)
        .body("findings.size()", org.hamcrest.Matchers.is(1))
        .body("findings[0].code", org.hamcrest.Matchers.is("NO_KEY"))
        .body("findings[0].message", org.hamcrest.Matchers.is(MISSING));
    given().post("/api/v1/baselines/keys").then().statusCode(409);
  }
}
