package org.seccatalogue.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String FACE = "\uD83D\uDE00";

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Excerpt.of("a" + FACE + "b", 2)).isEqualTo("a…");
    assertThat(Excerpt.of("a" + FACE + "b", 3)).isEqualTo("a" + FACE + "…");
    assertThat(Excerpt.of("a" + FACE + "b", 4)).isEqualTo("a" + FACE + "b");
    assertThat(Excerpt.ending("a" + FACE + "b", 2)).isEqualTo("b");
    assertThat(Excerpt.ending("a" + FACE + "b", 3)).isEqualTo(FACE + "b");
    assertThat(Excerpt.beginning(FACE, 1)).isEmpty();
  }

  /// Half a character that somebody sent is left as it is.
  @Test
  void whatIsHalfAlreadyIsNotCut() {
    assertThat(Excerpt.of("ab\uDE00cd", 2)).isEqualTo("ab…");
  }
}
