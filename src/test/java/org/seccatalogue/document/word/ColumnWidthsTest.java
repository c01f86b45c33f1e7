package org.seccatalogue.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

  @Test
  void dividesAllOfTheWidth() {
    assertThat(ColumnWidths.shares(1000, 1, 1, 1)).containsExactly(333, 333, 334);
  }

  @Test
  void givesMoreToLongerText() {
    int[] widths =
        ColumnWidths.fitting(
            1000,
            List.of("Name", "Description"),
            List.of(List.of("a", "a description of several words"), List.of("b")));

    assertThat(widths[1]).isGreaterThan(2 * widths[0]);
  }

  @Test
  void givesNoColumnMoreThanItsPartForOneLongWord() {
    int[] widths =
        ColumnWidths.fitting(1000, List.of("a", "b"), List.of(List.of("x".repeat(500), "y")));

    assertThat(widths[1]).isGreaterThan(100);
  }

  @Test
  void neverOverflows() {
    for (int columns = 1; columns <= 40; columns++) {
      List<String> words = Collections.nCopies(columns, "incomprehensibilities");

      int[] widths = ColumnWidths.fitting(9638, words, List.of(words));

      assertThat(Arrays.stream(widths).sum()).isEqualTo(9638);
      assertThat(Arrays.stream(widths).allMatch(width -> width > 0)).isTrue();
    }
  }
}
