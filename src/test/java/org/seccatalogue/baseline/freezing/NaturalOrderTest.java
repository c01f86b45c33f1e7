package org.seccatalogue.baseline.freezing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void sortsAsPeopleCount() {
    assertThat(
            Stream.of("C.4.10", "6.2.10", "ESM-10000", "C.4.2", "6.2.9", "ESM-0999", "6.2")
                .sorted(Comparator.comparing(NaturalOrder::of)))
        .containsExactly("6.2", "6.2.9", "6.2.10", "C.4.2", "C.4.10", "ESM-0999", "ESM-10000");
  }
}
