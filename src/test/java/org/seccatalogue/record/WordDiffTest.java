package org.seccatalogue.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "same,same,same",
        "\"\",new,[+new+]",
        "old,\"\",[-old-]",
        "within 30 s,within 10 s,within [-30-][+10+] s",
        "As it was,As I want it,As [-it was-][+I want it+]",
        "a b,a b c,a b[+ c+]",
      })
  void marksTheWordsThatWentAndThoseThatCame(String before, String after, String expected) {
    String shown =
        WordDiff.of(before, after).pieces().stream()
            .map(
                piece ->
                    switch (piece.mark()) {
                      case KEPT -> piece.text();
                      case DELETED -> "[-" + piece.text() + "-]";
                      case INSERTED -> "[+" + piece.text() + "+]";
                    })
            .collect(Collectors.joining());
    assertThat(shown).isEqualTo(expected);
  }
}
