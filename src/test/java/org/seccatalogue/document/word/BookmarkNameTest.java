package org.seccatalogue.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookmarkNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ESM-0012",
        "C.4.2.c1",
        "9",
        "",
        "an anchor that is longer than the forty characters that Word allows",
        "\u00e9\ud83d\ude00"
      })
  void isAllowedInWord(String anchor) {
    assertThat(BookmarkName.of(anchor)).matches("[A-Za-z][A-Za-z0-9_]{0,39}");
  }

  @Test
  void staysReadable() {
    assertThat(BookmarkName.of("ESM-0012")).startsWith("a_ESM_0012_");
  }

  @Test
  void keepsAnchorsApartThatLookAlikeInWord() {
    assertThat(BookmarkName.of("C.4.1.a")).isNotEqualToIgnoringCase(BookmarkName.of("C.4.1.A"));
    assertThat(BookmarkName.of("C.4.1.a")).isNotEqualToIgnoringCase(BookmarkName.of("C-4-1-a"));
    assertThat(BookmarkName.of("x".repeat(50) + 1))
        .isNotEqualToIgnoringCase(BookmarkName.of("x".repeat(50) + 2));
  }
}
