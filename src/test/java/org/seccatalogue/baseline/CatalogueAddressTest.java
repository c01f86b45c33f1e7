package org.seccatalogue.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueAddressTest {

  @Test
  void standsBeforePaths() {
    CatalogueAddress address = new CatalogueAddress(Optional.of("https://example.org/sec/"));
    assertThat(address.of("/id/ESM-0001")).isEqualTo("https://example.org/sec/id/ESM-0001");
    assertThat(address.base()).contains("https://example.org/sec");
  }

  @Test
  void isNotNeeded() {
    CatalogueAddress address = new CatalogueAddress(Optional.empty());
    assertThat(address.of("/id/ESM-0001")).isEqualTo("/id/ESM-0001");
    assertThat(address.base()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "ftp://example.org",
        "https:///sec",
        "https://a.b?c",
        "https://a.b#c"
      })
  void isAnAddressOfTheWeb(String text) {
    assertThatThrownBy(() -> new CatalogueAddress(Optional.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "catalogue.public.address is “"
                + text
                + "”; it should be such as https://catalogue.example.org");
  }
}
