package org.seccatalogue.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seccatalogue.bundle.shown.Shown;

class ShownComparisonTest {

  private static Shown shown(String... keys) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("", "Requirements");
    for (String key : keys) {
      texts.put(key, key + " shall be there.");
    }
    return new Shown(texts, Set.of());
  }

  @Test
  void aRecordAtAnotherPlaceIsTold() {
    assertThat(
            ShownComparison.of(
                shown("ESM-0001", "ESM-0002", "GSM-0001"),
                shown("ESM-0001", "GSM-0001", "ESM-0002")))
        .containsExactly(
            new Deviation(
                "ESM-0002", "", "It stands at another place than it was published.", null, null));
  }

  @Test
  void whatStandsWhereItStoodIsNotTold() {
    assertThat(ShownComparison.of(shown("ESM-0001", "ESM-0002"), shown("ESM-0001", "ESM-0002")))
        .isEmpty();
  }
}
