package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text is a key only when it is written as the catalogue writes it.
class RecordKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"ESM-0012", "CLS-0000", "ZZZ-9999", "ESM-10000", "ESM-999999999"})
  void whatTheCatalogueWritesIsAKey(String text) {
    assertThat(RecordKey.parse(text)).map(RecordKey::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ESM",
        "ESM-",
        "ESM-012",
        "ESM-00012",
        "ESM-1000000000",
        "esm-0012",
        "ES-0012",
        "ESMS-0012",
        "ESM_0012",
        "ESM-001a",
        "ESM-00-2",
        "ESM-٠٠١٢",
        "ÉSM-0012",
        " ESM-0012",
        "ESM-0012 ",
        "ESM-0012\n"
      })
  void nothingElseIs(String text) {
    assertThat(RecordKey.parse(text)).isEmpty();
  }
}
