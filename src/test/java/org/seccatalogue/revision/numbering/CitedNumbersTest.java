package org.seccatalogue.revision.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers as words of texts.
class CitedNumbersTest {

  private static final CitedNumbers NUMBERS =
      new CitedNumbers(
          List.of("C.5", "C.5.1", "C.5.1.a", "Annex 1", "Annex 1 / 6", "Annex 1 / 6 / (b)"));

  @Test
  void aNumberIsAWord() {
    assertThat(NUMBERS.in("see C.5.")).containsExactly("C.5");
    assertThat(NUMBERS.in("C.5.1, C.5.1.a and (C.5)")).containsOnly("C.5.1", "C.5.1.a", "C.5");
    assertThat(NUMBERS.in("line\nC.5.1\n")).containsExactly("C.5.1");
  }

  @Test
  void aPartOfANumberIsNone() {
    assertThat(NUMBERS.in("C.5.10, C.50, ABC.5, B.C.5 and C.5.1.b")).isEmpty();
    assertThat(NUMBERS.in("Annex 12")).isEmpty();
    assertThat(NUMBERS.in("")).isEmpty();
  }

  @Test
  void aPathIsMoreThanOneWord() {
    assertThat(NUMBERS.in("of Annex 1 / 6 / (b), too")).containsExactly("Annex 1 / 6 / (b)");
    assertThat(NUMBERS.in("of Annex 1 / 6. And Annex 1 / 60"))
        .containsExactly("Annex 1 / 6", "Annex 1");
  }

  @Test
  void theDatabaseLooksForBeginnings() {
    assertThat(NUMBERS.pattern()).isEqualTo("Annex\\ 1|C\\.5");
  }
}
