package org.seccatalogue.api.published.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Setting;

@QuarkusTest
@Setting(name = "catalogue.public.requests", value = "4")
@Setting(name = "catalogue.public.window", value = "10D")
@NullUnmarked
class RateLimitIT {

  /// No proxy is trusted, and so nobody is believed to ask for somebody else.
  private static RequestSpecification from(String client) {
    return given().header("X-Forwarded-For", client).header("Forwarded", "for=" + client);
  }

  @Test
  void countsRequestsAndRefusesThoseBeyond() {
    for (int left = 3; left >= 0; left--) {
      Response response = from("192.0.2." + left).get("/api/v1/baselines");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.header("RateLimit-Policy")).isEqualTo("\"client\";q=4;w=864000");
      assertThat(response.header("RateLimit")).startsWith("\"client\";r=" + left + ";t=");
    }
    Response refused = given().get("/api/v1/baselines");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
    long wait = Long.parseLong(refused.header("Retry-After"));
    assertThat(wait).isBetween(215_000L, 216_000L);
    assertThat(refused.jsonPath().getString("detail"))
        .isEqualTo("Try again in " + wait + " seconds.");
    assertThat(given().get("/api/v1/record-types").statusCode()).isEqualTo(200);
    Response page = given().get("/baselines");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(Long.parseLong(page.header("Retry-After"))).isBetween(215_000L, 216_000L);
    assertThat(page.asString())
        .contains("<h1 class=\"govuk-heading-l\">Too many requests</h1>", "Wait a minute")
        .endsWith("</html>\n");
    assertThat(given().get("/developers").asString()).isEqualTo(page.asString());
  }
}
