package org.seccatalogue.api.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.seccatalogue.testkit.Setting;

/// Behind a proxy that is trusted, each of its clients has requests of its own, whatever they say.
@QuarkusTest
@Setting(name = "catalogue.public.requests", value = "2")
@Setting(name = "catalogue.public.window", value = "10D")
@Setting(name = "catalogue.trusted-proxies", value = "127.0.0.0/8,10.1.0.0/16")
@NullUnmarked
class ForwardedForIT {

  private static int left(String forwardedFor) {
    String limit =
        given()
            .header("X-Forwarded-For", forwardedFor)
            .get("/api/v1/baselines")
            .header("RateLimit");
    return Integer.parseInt(limit.replaceFirst("^\"client\";r=([0-9]+);.*$", "$1"));
  }

  @Test
  void aClientIsWhomTheNearestTrustedProxyWasAskedBy() {
    assertThat(left("192.0.2.1")).isEqualTo(1);
    assertThat(left("192.0.2.2")).isEqualTo(1);
    assertThat(left("203.0.113.9, 192.0.2.1")).isEqualTo(0);
    assertThat(left("203.0.113.9, 192.0.2.2, 10.1.7.7")).isEqualTo(0);
    assertThat(left("2001:db8::1")).isEqualTo(1);
    assertThat(left("2001:db8::2")).isEqualTo(0);
    left("unknown");
    assertThat(left("_hidden")).isEqualTo(0);
  }
}
