package org.seccatalogue.page.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Setting;

/// A catalogue that was given its address.
@QuarkusTest
@Setting(name = "catalogue.public.address", value = CatalogueAddressIT.OWN + "/")
@NullUnmarked
class CatalogueAddressIT {

  static final String OWN = "https://catalogue.example.org";

  @Inject TwoBaselines baselines;

  @BeforeEach
  void fill() {
    baselines.fill();
  }

  private static String page(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  @Test
  void citationsFeedsAndProgramsCarryIt() {
    assertThat(page("/baselines/sec-v0.02/records/GSM-0001"))
        .contains("href=\"" + OWN + "/id/GSM-0001@sec-v0.02\"");
    assertThat(page("/feeds/publications.atom")).contains("xml:base=\"" + OWN + "/\"");
    assertThat(page("/developers"))
        .contains(OWN + "/api/v1/baselines/latest/records?device=GSME")
        .contains(OWN + "/id/ESM-0001");
  }

  @Test
  void redirectionsCarryIt() {
    Map<String, String> locations =
        Map.of(
            "/baselines/latest", OWN + "/baselines/sec-v0.02",
            "/id/GSM-0001@sec-v0.01", OWN + "/api/v1/baselines/sec-v0.01/records/GSM-0001");
    locations.forEach(
        (address, location) ->
            assertThat(given().redirects().follow(false).get(address).header("Location"))
                .isEqualTo(location));
  }
}
