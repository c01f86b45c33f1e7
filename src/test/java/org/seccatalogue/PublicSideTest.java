package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSideTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /, true",
    "GET, /baselines, true",
    "HEAD, /baselines/sec-v0.01/records/ESM-0001, true",
    "GET, /baselines-of-others, false",
    "GET, /api, true",
    "GET, /api/v1/baselines/latest/records, true",
    "POST, /api/v1/baselines, false",
    "POST, /api/v1/baselines/gate, false",
    "POST, /api/v1/verifications, true",
    "POST, /verify, true",
    "PUT, /verify, false",
    "GET, /api/v1/records, false",
    "GET, /records/ESM-0001, false",
    "GET, /freeze, false",
    "GET, /imports, false",
    "GET, /trace, false",
    "GET, /q/health, true",
    "GET, /q/health/ready, true",
    "POST, /q/health, false",
    "GET, /q/healthy, false",
    "GET, /q/dev-ui, false",
    "GET, /styles/abc.css, true",
    "GET, /.well-known/jwks.json, true",
  })
  void letsReadersAskForWhatIsPublishedAlone(String method, String path, boolean expected) {
    assertThat(PublicSide.isPublic(method, path)).isEqualTo(expected);
  }
}
