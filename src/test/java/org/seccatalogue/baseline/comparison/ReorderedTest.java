package org.seccatalogue.baseline.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReorderedTest {

  static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of(List.of(), List.of()),
        Arguments.of(List.of(1, 2, 3), List.of()),
        Arguments.of(List.of(4, 1, 2, 3), List.of(0)),
        Arguments.of(List.of(2, 3, 4, 1), List.of(3)),
        Arguments.of(List.of(1, 4, 3, 2, 5), List.of(1, 2)),
        Arguments.of(List.of(2, 1), List.of(0)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void takesAsManyAsCanBeToHaveStayed(List<Integer> ranks, List<Integer> moved) {
    assertThat(Reordered.of(ranks.stream().mapToInt(Integer::intValue).toArray())).isEqualTo(moved);
  }
}
