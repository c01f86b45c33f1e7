package org.seccatalogue.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageBindingTest {

  private static final PageBinding ONE = new PageBinding("sec-v0.01", List.of("type=a", "q="));

  @Test
  void aCursorGoesOnWhereItsPageEnded() {
    assertThat(ONE.read(ONE.cursor("00000001.00000002\n_")))
        .isEqualTo(new PageBinding.Read.Behind("00000001.00000002\n_"));
  }

  @Test
  void aCursorOfAnotherBaselineNamesIt() {
    String cursor = new PageBinding("sec-v0.02", ONE.question()).cursor("1");
    assertThat(ONE.read(cursor))
        .isEqualTo(
            new PageBinding.Read.Refused(
                "a cursor of sec-v0.01: this one is of sec-v0.02; go on there, or begin again"
                    + " without one"));
  }

  @Test
  void aCursorOfAnotherQuestionIsRefused() {
    String cursor = new PageBinding("sec-v0.01", List.of("type=b", "q=")).cursor("1");
    assertThat(ONE.read(cursor))
        .isEqualTo(
            new PageBinding.Read.Refused(
                "a cursor of the same question: this one belongs to other filters, words or another"
                    + " order; begin again without one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "OUTLINE 0 00000001 ", "2\nsec-v0.01", "1\nsec-v0.01\nx\n1"})
  void whatIsNoCursorIsRefused(String text) {
    for (String cursor :
        List.of(
            text, Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))) {
      assertThat(ONE.read(cursor))
          .isEqualTo(
              new PageBinding.Read.Refused(
                  "a cursor that a page of this list gave; begin again without one"));
    }
  }
}
