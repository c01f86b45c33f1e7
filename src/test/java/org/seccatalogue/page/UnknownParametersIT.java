package org.seccatalogue.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seccatalogue.testkit.Freezer;

/// A page passes over no parameter in silence.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullUnmarked
class UnknownParametersIT {

  @Inject Freezer freezer;

  @BeforeAll
  void freeze() {
    freezer.freeze("SEC v0.01", "2011-11-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search",
        "/imports",
        "/exports",
        "/trace",
        "/freeze",
        "/records/ESM-0001",
        "/baselines",
        "/baselines/sec-v0.01",
        "/baselines/sec-v0.01/search",
        "/baselines/sec-v0.01/services",
        "/baselines/sec-v0.01/devices",
        "/baselines/sec-v0.01/records/ESM-0001",
        "/baselines/sec-v0.01/sections/C.4.1.a",
        "/publications",
        "/developers",
        "/verify"
      })
  void isRefusedAParameterThatItDoesNotTake(String page) {
    assertThat(given().get(page).statusCode()).isEqualTo(200);
    given().get(page + "?colour=red").then().statusCode(400).contentType("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?open=C.4",
        "/search?q=meter&section=C.4",
        "/search?derives_from=B.1.2",
        "/baselines/sec-v0.01/search?q=meter&type=gas-meter-spec&type=electricity-meter-spec",
        "/baselines/sec-v0.01/search?derives_from=B.1.2",
        "/baselines/sec-v0.01/devices?device=GSME",
        "/developers?device=GSME"
      })
  void isGivenThoseThatItTakes(String address) {
    assertThat(given().get(address).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/baselines?derives_from=B.1.2", "/baselines/sec-v0.01/search?derives_to=B.1.2"})
  void knowsTypesOfLinkWhereItTakesThem(String address) {
    assertThat(given().get(address).statusCode()).isEqualTo(400);
  }
}
